-- Accounts that nothing was submitted for lately have a fresh start.
delete from genhub.provider_accounts
where account in (
  select account from genhub.provider_accounts
  where coalesce(paused_until, '-infinity') < cast(:#${body[accountsBefore]} as timestamptz)
    and not exists (
      select from unnest(recent) r where r > cast(:#${body[accountsBefore]} as timestamptz))
  for update skip locked)
