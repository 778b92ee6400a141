-- Callbacks are needed until their generation is settled; a while longer for whoever looks into it.
delete from genhub.callbacks c
using public.generation_tasks t
where t.id = c.generation_id and t.phase = 'settled' and c.received_at < cast(:#${body[callbacksBefore]} as timestamptz)
