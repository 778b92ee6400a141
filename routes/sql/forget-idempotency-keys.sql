delete from genhub.idempotency_keys where created_at < cast(:#${body[idempotencyBefore]} as timestamptz)
