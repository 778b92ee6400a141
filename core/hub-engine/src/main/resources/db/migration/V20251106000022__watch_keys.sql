-- A key that its provider refused is set aside: no generation is sent with it unless it is asked for,
-- until a test finds it good or it is replaced.
alter table public.user_api_keys
  add column set_aside_reason varchar(50),
  add column set_aside_at timestamptz;

-- How far its owner was reminded to replace it (days of age), and since when no key has it as its
-- current version any more.
alter table genhub.key_versions
  add column rotation_reminded integer not null default 0,
  add column retired_at timestamptz;

create policy worker_updates on genhub.key_versions for update to genhub_worker using (true);
grant update (rotation_reminded, retired_at) on genhub.key_versions to genhub_worker;

grant select (user_id, provider, api_key_name, is_active, current_version_id, set_aside_reason, set_aside_at),
  update (set_aside_reason, set_aside_at)
  on public.user_api_keys to genhub_worker;
