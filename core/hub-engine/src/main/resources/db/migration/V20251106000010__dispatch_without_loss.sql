-- What sending and following at most once, at the provider's pace, needs to know of a generation.

alter table public.generation_tasks
  -- when a node took it from the queue, which its account's pace remembers until it is sent
  add column claimed_at timestamptz,
  -- the submit under way carries an idempotency key that its provider honours: it may be sent again
  add column resend_safe boolean not null default false,
  -- an earlier, repeatable submit was never answered: a refusal now does not mean that nothing was taken
  add column maybe_taken boolean not null default false,
  -- when the latest look or search began, and when the latest one told the state
  add column looked_at timestamptz,
  add column answered_at timestamptz,
  -- a callback has come since the latest look began
  add column woken boolean not null default false,
  -- when the provider is asked to call a cancelled task off, and how often it was
  add column call_off_at timestamptz,
  add column call_off_attempts integer not null default 0;

-- One index for each question that workers ask, so that a row stands in one of them at a time.
drop index public.generation_tasks_due;
create index generation_tasks_queue on public.generation_tasks (plugin, key_id, next_attempt_at, id)
  where phase = 'queued';
create index generation_tasks_leased on public.generation_tasks (lease_until)
  where phase in ('claimed', 'submitting');
create index generation_tasks_due on public.generation_tasks (plugin, next_attempt_at)
  where phase = 'following';
create index generation_tasks_to_call_off on public.generation_tasks (call_off_at)
  where call_off_at is not null;

-- What a callback is worth: one whose signature covers its body decides, any other only hints.
alter table genhub.callbacks
  add column decisive boolean not null default false,
  add column taken_at timestamptz;
create index callbacks_to_take on genhub.callbacks (generation_id)
  where decisive and taken_at is null;
grant update on genhub.callbacks to genhub_worker;

-- The pace of a provider account, which is a user's key. There is a row only where a pace is kept or
-- the provider has asked for a pause.
create table genhub.provider_accounts (
  account uuid primary key,
  -- when its latest submits were sent, or taken from the queue to be sent, as far back as its pace looks
  recent timestamptz[] not null default '{}',
  paused_until timestamptz
) with (fillfactor = 50);

alter table genhub.provider_accounts enable row level security;
create policy worker_acts on genhub.provider_accounts to genhub_worker using (true) with check (true);
grant select, insert, update, delete on genhub.provider_accounts to genhub_worker;
