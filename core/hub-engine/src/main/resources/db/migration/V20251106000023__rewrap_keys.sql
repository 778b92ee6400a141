-- Moving everything that is sealed to another master key, while the hub works. What is sealed says
-- itself which master key it needs; this is the work that is under way.
create table genhub.key_rewraps (
  id uuid primary key,
  master_key varchar(16) not null,
  requested_by uuid not null,
  request_id varchar(100) not null,
  requested_at timestamptz not null,
  -- which of the sealed columns is gone through, and the last row that was looked at
  stage integer not null default 0,
  after_id varchar(100),
  failed integer not null default 0,
  lease_until timestamptz,
  finished_at timestamptz
);

create unique index one_rewrap_at_a_time on genhub.key_rewraps ((finished_at is null))
  where finished_at is null;

alter table genhub.key_rewraps enable row level security;

create policy admins on genhub.key_rewraps for insert to genhub_user
  with check (auth.jwt() ->> 'genhub_role' = 'admin' and requested_by = auth.uid());
grant insert on genhub.key_rewraps to genhub_user;

create policy worker_reads on genhub.key_rewraps for select to genhub_worker using (true);
create policy worker_updates on genhub.key_rewraps for update to genhub_worker using (true);
grant select, update (stage, after_id, failed, lease_until, finished_at)
  on genhub.key_rewraps to genhub_worker;

grant select (api_key_encrypted), update (api_key_encrypted)
  on public.user_api_keys to genhub_worker;
grant update (api_key_encrypted) on genhub.key_versions to genhub_worker;
