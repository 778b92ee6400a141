-- What the provider said was left on the account of a key, and whether that fits what the ledger
-- charged since the reading before.
create table genhub.balance_readings (
  id uuid primary key,
  key_id uuid not null,
  user_id uuid not null references public.profiles (id) on delete cascade,
  provider varchar(50) not null,
  read_at timestamptz not null,
  credits numeric(14, 4) not null,
  -- sent, and not yet settled, at the time of the reading
  in_flight_credits numeric(14, 4) not null,
  -- null for the first reading of a key
  previous_credits numeric(14, 4),
  charged_credits numeric(14, 4),
  drift_credits numeric(14, 4),
  drifts boolean not null default false
);
create index balance_readings_of_key on genhub.balance_readings (key_id, read_at desc);
create index balance_readings_drifting on genhub.balance_readings (read_at desc) where drifts;

-- Which keys are due: one row a key, claimed by one node for a while.
create table genhub.balance_checks (
  key_id uuid primary key,
  user_id uuid not null references public.profiles (id) on delete cascade,
  claimed_until timestamptz not null
);

-- Whether the hub's own books were balanced, night by night.
create table genhub.book_checks (
  checked_at timestamptz primary key,
  unbalanced_generations integer not null,
  unbalanced_months integer not null
);

-- When a user was last told that a key's account runs low: at most once a day and key.
create table genhub.low_credits_told (
  key_id uuid primary key,
  user_id uuid not null references public.profiles (id) on delete cascade,
  told_at timestamptz not null
);

alter table genhub.balance_readings enable row level security;
alter table genhub.balance_checks enable row level security;
alter table genhub.low_credits_told enable row level security;
alter table genhub.book_checks enable row level security;

create policy worker_acts on genhub.balance_readings to genhub_worker using (true) with check (true);
create policy worker_acts on genhub.balance_checks to genhub_worker using (true) with check (true);
create policy worker_acts on genhub.low_credits_told to genhub_worker using (true) with check (true);
create policy worker_acts on genhub.book_checks to genhub_worker using (true) with check (true);
create policy own_rows on genhub.balance_readings for select to genhub_user
  using (auth.uid() = user_id);
create policy own_rows on genhub.balance_checks for select to genhub_user
  using (auth.uid() = user_id);
create policy own_rows on genhub.low_credits_told for select to genhub_user
  using (auth.uid() = user_id);

grant select, insert on genhub.balance_readings to genhub_worker;
grant select, insert, update on genhub.book_checks to genhub_worker;
grant select, insert, update, delete on genhub.balance_checks to genhub_worker;
grant select, insert, update on genhub.low_credits_told to genhub_worker;
grant select on genhub.balance_readings, genhub.balance_checks, genhub.low_credits_told
  to genhub_user;

-- The workers look for the keys in use.
grant select (id, user_id, provider, is_active, last_used_at) on public.user_api_keys
  to genhub_worker;
