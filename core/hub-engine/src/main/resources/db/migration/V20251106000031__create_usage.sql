-- What users used, counted on the day (UTC) on which a generation was accepted: the same month whose
-- money it takes, so that the usage of a month agrees with what its limit counts. A row belongs to
-- one user, so that users never wait for each other.
create table genhub.usage_by_day (
  user_id uuid not null references public.profiles (id) on delete cascade,
  day date not null,
  provider varchar(50) not null,
  model varchar(100) not null,
  content_type varchar(20) not null,
  generations integer not null default 0,
  completed integer not null default 0,
  failed integer not null default 0,
  credits numeric(14, 4) not null default 0,
  usd numeric(14, 6) not null default 0,
  primary key (user_id, day, provider, model, content_type)
) with (fillfactor = 80);

alter table genhub.usage_by_day enable row level security;
create policy own_rows on genhub.usage_by_day for select to genhub_user
  using (auth.uid() = user_id);
grant select on genhub.usage_by_day to genhub_user;

-- The usage follows the ledger, in the statement that writes the ledger: neither can be written
-- without the other. Runs as the owner of the tables, so that no role needs the right to change
-- usage.
create function genhub.follow_ledger() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  counts boolean;
  charges boolean;
begin
  -- what this function itself writes below needs no following
  select bool_or(a.kind not in ('remainder', 'overrun')), bool_or(a.kind <> 'reserve')
    into counts, charges from added a;
  if counts is not true then
    return null;
  end if;

  if charges then
    -- always the row of spending first, in one order, as intake does: no circle of waiting
    perform 1 from genhub.spending s
      where (s.user_id, s.period) in (select a.user_id, a.period from added a)
      order by s.user_id, s.period for update;

    insert into genhub.ledger_entries
      (generation_id, user_id, period, key_id, kind, credits, usd, created_at)
      select a.generation_id, a.user_id, a.period, a.key_id,
             case when a.usd < r.usd then 'remainder' else 'overrun' end,
             abs(a.credits - r.credits), abs(a.usd - r.usd), a.created_at
      from added a
      join genhub.ledger_entries r on r.generation_id = a.generation_id and r.kind = 'reserve'
      where a.kind = 'charge' and a.usd <> r.usd;
  end if;

  insert into genhub.usage_by_day as u
    (user_id, day, provider, model, content_type, generations, completed, failed, credits, usd)
    select a.user_id, (t.created_at at time zone 'UTC')::date, t.provider, t.model, t.content_type,
           count(*) filter (where a.kind = 'reserve'),
           count(*) filter (where a.kind in ('charge', 'release') and t.status = 'completed'),
           count(*) filter (where a.kind in ('charge', 'release') and t.status = 'failed'
                              -- counted when it ended; its money may end later, or never
                              and t.error_code is distinct from 'submission_outcome_unknown'),
           sum(case when a.to_account = 'spent' then a.credits
                    when a.from_account = 'spent' then -a.credits else 0 end),
           sum(case when a.to_account = 'spent' then a.usd
                    when a.from_account = 'spent' then -a.usd else 0 end)
    from added a
    join public.generation_tasks t on t.id = a.generation_id
    where a.kind in ('reserve', 'charge', 'release', 'refund', 'surcharge')
    group by 1, 2, 3, 4, 5
    order by 1, 2, 3, 4, 5
  on conflict (user_id, day, provider, model, content_type) do update
    set generations = u.generations + excluded.generations,
        completed = u.completed + excluded.completed,
        failed = u.failed + excluded.failed,
        credits = u.credits + excluded.credits,
        usd = u.usd + excluded.usd;
  return null;
end $$;

create trigger usage_follows_ledger
  after insert on genhub.ledger_entries referencing new table as added
  for each statement execute function genhub.follow_ledger();

-- A generation whose outcome never became known has failed without an entry in the ledger.
create function genhub.count_unknown_outcome() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from genhub.spending s
    where s.user_id = new.user_id and s.period = new.period for update;
  update genhub.usage_by_day u set failed = u.failed + 1
    where u.user_id = new.user_id and u.day = (new.created_at at time zone 'UTC')::date
      and u.provider = new.provider and u.model = new.model
      and u.content_type = new.content_type;
  return null;
end $$;

create trigger usage_counts_unknown_outcome
  after update on public.generation_tasks for each row
  when (new.phase = 'settled' and old.phase <> 'settled'
        and new.error_code = 'submission_outcome_unknown')
  execute function genhub.count_unknown_outcome();

insert into genhub.usage_by_day
  (user_id, day, provider, model, content_type, generations, completed, failed, credits, usd)
  select user_id, (created_at at time zone 'UTC')::date, provider, model, content_type, count(*),
         count(*) filter (where status = 'completed'), count(*) filter (where status = 'failed'),
         coalesce(sum(charged_credits), 0), coalesce(sum(charged_usd), 0)
  from public.generation_tasks where phase is not null
  group by 1, 2, 3, 4, 5;

-- What must be empty at every instant, from a month on ('-infinity' for all there is). A settled
-- generation has nothing reserved; one whose outcome never became known may keep its reservation
-- until an admin says what became of it.
create function genhub.unbalanced_generations(since date)
returns table (generation_id uuid, user_id uuid, error_code text, reserved_usd numeric)
language sql stable as $$
  select open.generation_id, open.user_id, t.error_code, open.reserved_usd
  from (
    select e.generation_id, e.user_id,
           sum(case when e.to_account = 'reserved' then e.usd
                    when e.from_account = 'reserved' then -e.usd else 0 end) as reserved_usd
    from genhub.ledger_entries e where e.period >= since
    group by 1, 2) open
  left join public.generation_tasks t on t.id = open.generation_id
  where open.reserved_usd <> 0 and (t.phase is null or t.phase = 'settled')
$$;

-- Months whose running totals are not what the ledger adds up to.
create function genhub.unbalanced_months(since date)
returns table (user_id uuid, period date, reserved_usd numeric, spent_usd numeric,
               ledger_reserved_usd numeric, ledger_spent_usd numeric)
language sql stable as $$
  select user_id, period, s.reserved_usd, s.spent_usd, l.reserved_usd, l.spent_usd
  from (select * from genhub.spending where period >= since) s
  full join (
    select e.user_id, e.period,
           sum(case when e.to_account = 'reserved' then e.usd
                    when e.from_account = 'reserved' then -e.usd else 0 end) as reserved_usd,
           sum(case when e.to_account = 'spent' then e.usd
                    when e.from_account = 'spent' then -e.usd else 0 end) as spent_usd
    from genhub.ledger_entries e where e.period >= since
    group by 1, 2) l using (user_id, period)
  where coalesce(s.reserved_usd, 0) <> coalesce(l.reserved_usd, 0)
     or coalesce(s.spent_usd, 0) <> coalesce(l.spent_usd, 0)
$$;

-- Months follow each other in the table, so that so small an index leaves out the old ones.
create index ledger_by_month on genhub.ledger_entries using brin (period);

revoke all on function genhub.unbalanced_generations(date) from public;
revoke all on function genhub.unbalanced_months(date) from public;
grant execute on function genhub.unbalanced_generations(date), genhub.unbalanced_months(date)
  to genhub_worker;
