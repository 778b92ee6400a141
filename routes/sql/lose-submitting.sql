-- The intent was committed and no outcome came: it may have been sent, so nobody sends it again. The
-- name of its node stays, which alone may still say that the call was refused.
with lapsed as (
  select id from public.generation_tasks
  where phase = 'submitting' and lease_until < cast(:#${body[now]} as timestamptz)
  order by id for update skip locked)
update public.generation_tasks t
set phase = 'unknown', lease_until = cast(:#${body[giveUpAt]} as timestamptz), polls = 0,
    next_attempt_at = cast(:#${body[now]} as timestamptz)
from lapsed where t.id = lapsed.id
