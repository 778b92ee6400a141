-- The intent was committed and no outcome came: it may have been sent, so nobody sends it again.
update public.generation_tasks t
set phase = 'unknown', lease_owner = null, lease_until = cast(:#${body[giveUpAt]} as timestamptz),
    next_attempt_at = case
      when exists (select from genhub.callbacks c where c.generation_id = t.id)
      then cast(:#${body[now]} as timestamptz) else cast(:#${body[giveUpAt]} as timestamptz) end
where phase = 'submitting' and lease_until < cast(:#${body[now]} as timestamptz)
