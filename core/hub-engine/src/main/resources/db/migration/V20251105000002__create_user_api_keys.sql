-- The user's own provider keys (integration guide, migration 1). A database on which the guide's
-- own migrations were run keeps what it has.

create table if not exists public.user_api_keys (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (id) on delete cascade,
  provider varchar(50) not null,
  api_key_encrypted text not null,
  api_key_name varchar(100),
  is_active boolean default true,
  last_used_at timestamptz,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint unique_user_provider_name unique (user_id, provider, api_key_name)
);

create index if not exists idx_user_api_keys_user_id on public.user_api_keys (user_id);
create index if not exists idx_user_api_keys_provider on public.user_api_keys (provider);

alter table public.user_api_keys enable row level security;

select genhub.ensure_policy('public.user_api_keys', 'Users can view own API keys',
  'for select using (auth.uid() = user_id)');
select genhub.ensure_policy('public.user_api_keys', 'Users can insert own API keys',
  'for insert with check (auth.uid() = user_id)');
select genhub.ensure_policy('public.user_api_keys', 'Users can update own API keys',
  'for update using (auth.uid() = user_id)');
select genhub.ensure_policy('public.user_api_keys', 'Users can delete own API keys',
  'for delete using (auth.uid() = user_id)');

-- What Genhub adds: the last characters for people, and which version of the key is current.
alter table public.user_api_keys
  add column key_hint varchar(20),
  add column current_version_id uuid;

-- A key as it was at one time. A generation stays bound to the version it was submitted with, so
-- that replacing, deactivating or deleting the key does not orphan it.
create table genhub.key_versions (
  id uuid primary key,
  key_id uuid not null,
  user_id uuid not null references public.profiles (id) on delete cascade,
  provider varchar(50) not null,
  api_key_encrypted text not null,
  created_at timestamptz not null
);

alter table genhub.key_versions enable row level security;
create policy own_rows on genhub.key_versions to genhub_user
  using (auth.uid() = user_id) with check (auth.uid() = user_id);
create policy worker_reads on genhub.key_versions for select to genhub_worker using (true);
create policy worker_deletes on genhub.key_versions for delete to genhub_worker using (true);

-- A browser that talks to the database directly sees everything but the ciphertext.
revoke all on public.user_api_keys from anon, authenticated;
grant select (id, user_id, provider, api_key_name, is_active, last_used_at, created_at, updated_at),
  insert (id, user_id, provider, api_key_encrypted, api_key_name, is_active),
  update (api_key_name, is_active, updated_at),
  delete
  on public.user_api_keys to authenticated;
grant select, insert, update, delete on public.user_api_keys to genhub_user, service_role;
grant select, insert on genhub.key_versions to genhub_user;
grant select, delete on genhub.key_versions to genhub_worker;

create policy genhub_worker_reads on public.user_api_keys
  for select to genhub_worker using (true);
create policy genhub_worker_notes_use on public.user_api_keys
  for update to genhub_worker using (true);
grant select (id, current_version_id, last_used_at), update (last_used_at)
  on public.user_api_keys to genhub_worker;
