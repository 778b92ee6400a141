-- Claimed and never sent, or sent under an idempotency key that its provider honours: another node may
-- take it. Locked first in the order of ids, like everywhere; what somebody holds is still alive.
with lapsed as (
  select id from public.generation_tasks
  where lease_until < cast(:#${body[now]} as timestamptz)
    and (phase = 'claimed'
      or phase = 'submitting' and resend_safe and attempts < cast(:#${body[maxAttempts]} as integer))
  order by id for update skip locked)
update public.generation_tasks t
set maybe_taken = t.maybe_taken or t.phase = 'submitting', phase = 'queued', lease_owner = null,
    lease_until = null, next_attempt_at = cast(:#${body[now]} as timestamptz)
from lapsed where t.id = lapsed.id
