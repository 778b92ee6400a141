-- The intent was committed and no outcome came: it may have been sent, so nobody sends it again.
update public.generation_tasks t
set phase = 'unknown', lease_owner = null, lease_until = :#${body[giveUpAt]},
    next_attempt_at = case
      when exists (select from genhub.callbacks c where c.generation_id = t.id)
      then :#${body[now]} else :#${body[giveUpAt]} end
where phase = 'submitting' and lease_until < :#${body[now]}
