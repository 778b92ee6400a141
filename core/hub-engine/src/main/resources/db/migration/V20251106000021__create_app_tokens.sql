-- Tokens of back ends that act for their users. The hub keeps a hash: a token is 256 random bits, which
-- nobody finds by trying, so that a fast hash is as good as a slow one.
create table genhub.app_tokens (
  id uuid primary key,
  name varchar(100) not null,
  token_hash bytea not null unique,
  created_by uuid not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);

alter table genhub.app_tokens enable row level security;

create policy admins on genhub.app_tokens to genhub_user
  using (auth.jwt() ->> 'genhub_role' = 'admin')
  with check (auth.jwt() ->> 'genhub_role' = 'admin');
grant select (id, name, created_by, created_at, last_used_at), insert, delete
  on genhub.app_tokens to genhub_user;

-- Who calls with a token is not known before the token is looked up.
create policy worker_looks_up on genhub.app_tokens for select to genhub_worker using (true);
create policy worker_notes_use on genhub.app_tokens for update to genhub_worker using (true);
grant select (id, token_hash, last_used_at), update (last_used_at)
  on genhub.app_tokens to genhub_worker;
