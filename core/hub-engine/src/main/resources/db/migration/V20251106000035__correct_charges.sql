-- Sets what a settled generation was charged to what it really cost, as an admin found out: the
-- ledger gets a refund or a surcharge, and whatever follows from the ledger moves with it. A
-- reservation that was kept because nobody knew the outcome ends here, in a charge or a release.
-- Answers false when there is no such settled generation.
create function genhub.correct_charge(
  generation uuid, actual_credits numeric, actual_usd numeric, reason text, moment timestamptz)
returns boolean language plpgsql as $$
declare
  task public.generation_tasks;
  difference_credits numeric;
  difference_usd numeric;
  kept boolean;
begin
  select * into task from public.generation_tasks t
    where t.id = generation and t.phase = 'settled' for update;
  if not found then
    return false;
  end if;
  difference_credits := actual_credits - coalesce(task.charged_credits, 0);
  difference_usd := actual_usd - coalesce(task.charged_usd, 0);
  kept := not exists (select from genhub.ledger_entries e
                      where e.generation_id = generation and e.kind in ('charge', 'release'));
  if not kept and difference_credits = 0 and difference_usd = 0 then
    return true;
  end if;
  insert into genhub.ledger_entries
    (generation_id, user_id, kind, credits, usd, created_at, note)
    values (task.id, task.user_id,
            case when kept and actual_usd > 0 then 'charge' when kept then 'release'
                 when difference_usd < 0 then 'refund' else 'surcharge' end,
            case when kept and actual_usd = 0 then task.quote_credits
                 else abs(difference_credits) end,
            case when kept and actual_usd = 0 then task.quote_usd else abs(difference_usd) end,
            moment, reason);
  update genhub.spending s
    set spent_usd = s.spent_usd + difference_usd,
        reserved_usd = s.reserved_usd - case when kept then task.quote_usd else 0 end
    where s.user_id = task.user_id and s.period = task.period;
  update public.generation_tasks t
    set charged_credits = actual_credits, charged_usd = actual_usd, revision = t.revision + 1
    where t.id = generation;
  return true;
end $$;

revoke all on function genhub.correct_charge(uuid, numeric, numeric, text, timestamptz) from public;
grant execute on function genhub.correct_charge(uuid, numeric, numeric, text, timestamptz)
  to genhub_worker;
