delete from genhub.idempotency_keys where created_at < :#${body[idempotencyBefore]}
