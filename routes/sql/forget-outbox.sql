-- Whoever was to be told has been told, or has not asked for a week.
delete from genhub.outbox
where id in (
  select id from genhub.outbox where created_at < cast(:#${body[outboxBefore]} as timestamptz)
  order by id limit 50000)
