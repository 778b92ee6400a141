-- Genhub's own tables: nobody but its two roles reaches them.

-- Answers to repeated posts. Kept as long as a client may repeat (housekeeping deletes).
create table genhub.idempotency_keys (
  user_id uuid not null references public.profiles (id) on delete cascade,
  key varchar(255) not null,
  fingerprint varchar(64) not null,
  generation_id uuid not null,
  created_at timestamptz not null,
  primary key (user_id, key)
);
create index idempotency_keys_age on genhub.idempotency_keys (created_at);

-- A user's own monthly limit and the ceiling that an admin sets above it; no row means defaults.
create table genhub.spending_limits (
  user_id uuid primary key references public.profiles (id) on delete cascade,
  monthly_limit_usd numeric(14, 6),
  cap_usd numeric(14, 6),
  alert_at_percent integer not null default 80 check (alert_at_percent between 1 and 100)
);

-- What is reserved and spent in one month. One row per user and month, so that users never wait
-- for each other.
create table genhub.spending (
  user_id uuid not null references public.profiles (id) on delete cascade,
  period date not null,
  reserved_usd numeric(14, 6) not null default 0 check (reserved_usd >= 0),
  spent_usd numeric(14, 6) not null default 0 check (spent_usd >= 0),
  primary key (user_id, period)
);

-- Every charge and every release, never changed.
create table genhub.ledger_entries (
  id bigint generated always as identity primary key,
  generation_id uuid not null,
  user_id uuid not null references public.profiles (id) on delete cascade,
  kind varchar(10) not null check (kind in ('charge', 'release')),
  credits numeric(14, 4) not null,
  usd numeric(14, 6) not null,
  created_at timestamptz not null,
  unique (generation_id, kind)
);

-- Callbacks as they arrived, stored before they are answered.
create table genhub.callbacks (
  id uuid primary key,
  generation_id uuid not null,
  received_at timestamptz not null,
  headers jsonb not null,
  body text not null
);
create index callbacks_of_generation on genhub.callbacks (generation_id, received_at);

-- Keysets of the hub itself, encrypted with the master key.
create table genhub.keysets (
  name varchar(50) primary key,
  keyset_encrypted text not null,
  created_at timestamptz not null
);

alter table genhub.idempotency_keys enable row level security;
alter table genhub.spending_limits enable row level security;
alter table genhub.spending enable row level security;
alter table genhub.ledger_entries enable row level security;
alter table genhub.callbacks enable row level security;
alter table genhub.keysets enable row level security;

create policy own_rows on genhub.idempotency_keys to genhub_user
  using (auth.uid() = user_id) with check (auth.uid() = user_id);
create policy own_rows on genhub.spending_limits to genhub_user
  using (auth.uid() = user_id) with check (auth.uid() = user_id);
create policy own_rows on genhub.spending to genhub_user
  using (auth.uid() = user_id) with check (auth.uid() = user_id);
create policy own_rows on genhub.ledger_entries for select to genhub_user
  using (auth.uid() = user_id);

create policy worker_acts on genhub.idempotency_keys to genhub_worker
  using (true) with check (true);
create policy worker_acts on genhub.spending to genhub_worker using (true) with check (true);
create policy worker_acts on genhub.ledger_entries to genhub_worker using (true) with check (true);
create policy worker_acts on genhub.callbacks to genhub_worker using (true) with check (true);
create policy worker_acts on genhub.keysets to genhub_worker using (true) with check (true);

grant select, insert, delete on genhub.idempotency_keys to genhub_user;
grant select on genhub.spending_limits to genhub_user;
grant select, insert, update on genhub.spending to genhub_user;
grant select on genhub.ledger_entries to genhub_user;
grant select, delete on genhub.idempotency_keys to genhub_worker;
grant select, insert, update on genhub.spending to genhub_worker;
grant select, insert on genhub.ledger_entries to genhub_worker;
grant select, insert, delete on genhub.callbacks to genhub_worker;
grant select, insert, update on genhub.keysets to genhub_worker;
