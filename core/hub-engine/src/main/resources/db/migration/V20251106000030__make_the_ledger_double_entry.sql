-- The ledger becomes double-entry: every movement takes an amount from one account of the user and
-- puts it into another, so that it is balanced by its form and cannot be written half.
--
--   available --reserve, overrun--> reserved --charge--> spent
--   available <--release, remainder-- reserved
--   available <--refund-- spent,  available --surcharge--> spent
--
--   reserve     the quote, at intake
--   charge      what a settled generation costs
--   release     the whole reservation of one that costs nothing
--   remainder   what a charge left of its reservation
--   overrun     what a charge took beyond its reservation
--   refund, surcharge   an admin's correction of a charge
--
-- Whose money it was outlives the user: the ledger does not follow a profile that is deleted. It
-- holds ids and amounts, no personal data.

alter table genhub.ledger_entries
  drop constraint ledger_entries_user_id_fkey,
  drop constraint ledger_entries_kind_check,
  drop constraint ledger_entries_generation_id_kind_key,
  alter column kind type varchar(20),
  add column period date,
  add column key_id uuid,
  add column note text,
  add constraint ledger_amounts_not_negative check (credits >= 0 and usd >= 0),
  add constraint ledger_kind_known check (kind in (
    'reserve', 'overrun', 'charge', 'release', 'remainder', 'refund', 'surcharge'));

alter table genhub.ledger_entries
  add column from_account text not null generated always as (
    case when kind in ('reserve', 'overrun', 'surcharge') then 'available'
         when kind = 'refund' then 'spent' else 'reserved' end) stored,
  add column to_account text not null generated always as (
    case when kind in ('reserve', 'overrun') then 'reserved'
         when kind in ('charge', 'surcharge') then 'spent' else 'available' end) stored;

-- One reservation, and one end of it.
create unique index ledger_one_reservation on genhub.ledger_entries (generation_id)
  where kind = 'reserve';
create unique index ledger_one_end on genhub.ledger_entries (generation_id)
  where kind in ('charge', 'release');
create index ledger_charges_of_key on genhub.ledger_entries (key_id, created_at)
  where kind = 'charge';

update genhub.ledger_entries e set period = t.period, key_id = t.key_id
  from public.generation_tasks t where t.id = e.generation_id;
insert into genhub.ledger_entries
  (generation_id, user_id, period, key_id, kind, credits, usd, created_at)
  select id, user_id, period, key_id, 'reserve', quote_credits, quote_usd, created_at
  from public.generation_tasks where phase is not null;
insert into genhub.ledger_entries
  (generation_id, user_id, period, key_id, kind, credits, usd, created_at)
  select c.generation_id, c.user_id, c.period, c.key_id,
         case when c.usd < r.usd then 'remainder' else 'overrun' end,
         abs(c.credits - r.credits), abs(c.usd - r.usd), c.created_at
  from genhub.ledger_entries c
  join genhub.ledger_entries r on r.generation_id = c.generation_id and r.kind = 'reserve'
  where c.kind = 'charge' and c.usd <> r.usd;
alter table genhub.ledger_entries alter column period set not null;

-- Users reserve, workers settle; what is written stays as it is, for everybody.
create policy own_reservations on genhub.ledger_entries for insert to genhub_user
  with check (auth.uid() = user_id and kind = 'reserve');
grant insert on genhub.ledger_entries to genhub_user;

create function genhub.refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: write a correction instead'
    using errcode = 'insufficient_privilege';
end $$;

create trigger ledger_is_append_only
  before update or delete or truncate on genhub.ledger_entries
  for each statement execute function genhub.refuse_ledger_change();

-- A movement belongs to the month and to the key of its generation, whenever it is written.
create function genhub.complete_ledger_entry() returns trigger language plpgsql as $$
begin
  select t.period, t.key_id into new.period, new.key_id
    from public.generation_tasks t where t.id = new.generation_id;
  return new;
end $$;

create trigger ledger_entry_is_completed
  before insert on genhub.ledger_entries
  for each row when (new.period is null) execute function genhub.complete_ledger_entry();
