-- Generations and the provider's tasks behind them (integration guide, migration 3). Departures:
-- task_id is null until the provider has named the task, and 'cancelled' is a status. A database on
-- which the guide's own migrations were run keeps its rows.

create table if not exists public.generation_tasks (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (id) on delete cascade,
  provider varchar(50) not null,
  task_id varchar(255),
  task_type varchar(50) not null,
  status varchar(50) default 'pending',
  progress integer default 0,
  prompt text not null,
  parameters jsonb,
  result_url text,
  error_message text,
  estimated_time integer,
  created_at timestamptz default now(),
  completed_at timestamptz,
  constraint unique_provider_task unique (provider, task_id),
  constraint check_progress check (progress >= 0 and progress <= 100)
);

alter table public.generation_tasks
  alter column task_id drop not null,
  drop constraint if exists check_status,
  add constraint check_status check (
    status in ('pending', 'processing', 'completed', 'failed', 'cancelled'));

create index if not exists idx_generation_tasks_user_status
  on public.generation_tasks (user_id, status);
create index if not exists idx_generation_tasks_provider_task
  on public.generation_tasks (provider, task_id);

alter table public.generation_tasks enable row level security;

select genhub.ensure_policy('public.generation_tasks', 'Users can view own tasks',
  'for select using (auth.uid() = user_id)');
select genhub.ensure_policy('public.generation_tasks', 'Users can insert own tasks',
  'for insert with check (auth.uid() = user_id)');
select genhub.ensure_policy('public.generation_tasks', 'Users can update own tasks',
  'for update using (auth.uid() = user_id)');

-- What Genhub adds. A row without a phase was written by the app itself and is none of Genhub's.
alter table public.generation_tasks
  add column phase varchar(20),
  add column model varchar(100),
  add column plugin varchar(100),
  add column content_type varchar(20),
  add column parent_id uuid,
  add column key_id uuid,
  add column key_version_id uuid,
  add column webhook_url text,
  add column metadata jsonb,
  add column quote_credits numeric(14, 4),
  add column quote_usd numeric(14, 6),
  add column charged_credits numeric(14, 4),
  add column charged_usd numeric(14, 6),
  add column period date,
  add column error_code varchar(50),
  add column error_retryable boolean,
  add column error_charged boolean,
  add column attempts integer not null default 0,
  add column polls integer not null default 0,
  add column unreadable integer not null default 0,
  add column next_attempt_at timestamptz,
  add column lease_owner varchar(100),
  add column lease_until timestamptz,
  add column started_at timestamptz,
  add column revision integer not null default 0,
  add constraint check_phase check (
    phase in ('queued', 'claimed', 'submitting', 'unknown', 'following', 'settled'));

-- Newest first; ids are UUIDv7, which grow with time.
create index generation_tasks_newest on public.generation_tasks (user_id, id desc);

-- The work to be done, by plugin, so that one plugin's backlog never hides another's work.
create index generation_tasks_due on public.generation_tasks (plugin, phase, next_attempt_at)
  where phase <> 'settled';

-- The few whose submit is lost, of all plugins.
create index generation_tasks_unknown on public.generation_tasks (next_attempt_at)
  where phase = 'unknown';

create policy genhub_worker_acts on public.generation_tasks to genhub_worker
  using (true) with check (true);
grant select, update on public.generation_tasks to genhub_worker;
grant select, insert, update on public.generation_tasks to genhub_user, service_role;

-- A browser that talks to the database directly keeps what the guide gives it, on the guide's
-- columns; it cannot hand Genhub work past the checks, nor change a generation that Genhub runs.
revoke all on public.generation_tasks from anon, authenticated;
grant select,
  insert (id, user_id, provider, task_id, task_type, status, progress, prompt, parameters,
          result_url, error_message, estimated_time, created_at, completed_at),
  update (provider, task_id, task_type, status, progress, prompt, parameters,
          result_url, error_message, estimated_time, completed_at)
  on public.generation_tasks to authenticated;

create function genhub.refuse_outside_change() returns trigger language plpgsql as $$
begin
  raise exception 'generation % is run by Genhub and changes only through its API', old.id
    using errcode = 'insufficient_privilege';
end $$;

create trigger only_genhub_changes_its_generations
  before update on public.generation_tasks
  for each row when (old.phase is not null and current_user in ('authenticated', 'anon'))
  execute function genhub.refuse_outside_change();

drop function genhub.ensure_policy(regclass, text, text);
