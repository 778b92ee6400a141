-- Claimed and never sent: another node may take it.
update public.generation_tasks
set phase = 'queued', lease_owner = null, lease_until = null, next_attempt_at = cast(:#${body[now]} as timestamptz)
where phase = 'claimed' and lease_until < cast(:#${body[now]} as timestamptz)
