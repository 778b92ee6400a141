-- Accepts a batch of requests of any number of users in one round trip: idempotency, rate, limit,
-- reservation, ledger and row, all or nothing for each request. Runs with the rights of the caller
-- (genhub_user), and sets the claims of each user before it touches that user's rows, so that the
-- policies decide.
--
-- A request: {no, id, userId, idempotencyKey?, fingerprint?, defaultLimitUsd?, perMinute?, period,
--   provider, model, plugin, contentType, taskType, prompt, parameters, parentId?, keyId,
--   keyVersionId, webhookUrl?, metadata?, quoteCredits, quoteUsd, estimatedTime, createdAt}
-- An outcome: accepted | replayed | key_reused | rate_limited | over_limit. What is refused uses
-- nothing up, neither of the minute nor of the limit, nor its idempotency key.
-- window_left and window_ends: what is left of the user's minute after the request, and when the
-- minute ends; null without a rate limit.

drop function genhub.accept_generations(jsonb);
drop function genhub.accept_generations_of(uuid, jsonb);

create function genhub.accept_generations(requests jsonb)
returns table (request_no integer, outcome text, accepted_id uuid,
               window_left integer, window_ends timestamptz)
language plpgsql as $$
declare
  mine record;
begin
  -- always in the order of users, so that two batches never wait for each other in a circle; what
  -- came before and after the end of a month in one batch is two months' money
  for mine in
    select r ->> 'userId' as user_id, r ->> 'period' as period,
           jsonb_agg(r order by (r ->> 'no')::integer) as all_of_user
    from jsonb_array_elements(requests) as r
    group by 1, 2 order by 1, 2
  loop
    perform set_config('request.jwt.claims',
      jsonb_build_object('sub', mine.user_id, 'role', 'authenticated')::text, true);
    return query
      select * from genhub.accept_generations_of(
        mine.user_id::uuid, mine.period::date, mine.all_of_user);
  end loop;
end $$;

create function genhub.accept_generations_of(owner uuid, this_period date, requests jsonb)
returns table (request_no integer, outcome text, accepted_id uuid,
               window_left integer, window_ends timestamptz)
language plpgsql as $$
declare
  request jsonb;
  this_moment timestamptz := (requests -> 0 ->> 'createdAt')::timestamptz;
  default_limit numeric := (requests -> 0 ->> 'defaultLimitUsd')::numeric;
  per_minute integer := (requests -> 0 ->> 'perMinute')::integer;
  month genhub.spending;
  minute genhub.request_windows;
  monthly_limit numeric;
  alert_at integer;
  room numeric;
  price numeric;
  reserved_now numeric := 0;
  known genhub.idempotency_keys;
  accepted jsonb[] := '{}';
begin
  if per_minute is not null then
    minute := genhub.open_request_window(owner, this_moment);
    window_left := greatest(0, per_minute - minute.used);
    window_ends := minute.started_at + interval '1 minute';
  end if;
  insert into genhub.spending (user_id, period) values (owner, this_period)
    on conflict do nothing;
  -- the lock that makes reserved + spent <= limit true at every instant, for this user only
  select * into month from genhub.spending s
    where s.user_id = owner and s.period = this_period for update;
  select l.monthly_limit_usd, l.alert_at_percent into monthly_limit, alert_at
    from genhub.limit_of(owner, default_limit) l;
  room := monthly_limit - month.reserved_usd - month.spent_usd;

  for request in select * from jsonb_array_elements(requests) loop
    request_no := (request ->> 'no')::integer;
    -- as precise as the columns, or the sum would differ from what is released one by one
    price := round((request ->> 'quoteUsd')::numeric, 6);
    if request ->> 'idempotencyKey' is not null then
      select * into known from genhub.idempotency_keys k
        where k.user_id = owner and k.key = request ->> 'idempotencyKey';
      if found then
        outcome := case when known.fingerprint = request ->> 'fingerprint'
                        then 'replayed' else 'key_reused' end;
        accepted_id := known.generation_id;
        return next;
        continue;
      end if;
    end if;
    if window_left = 0 or price > room then
      outcome := case when window_left = 0 then 'rate_limited' else 'over_limit' end;
      accepted_id := null;
      return next;
      continue;
    end if;
    if request ->> 'idempotencyKey' is not null then
      insert into genhub.idempotency_keys (user_id, key, fingerprint, generation_id, created_at)
        values (owner, request ->> 'idempotencyKey', request ->> 'fingerprint',
                (request ->> 'id')::uuid, (request ->> 'createdAt')::timestamptz);
    end if;
    room := room - price;
    window_left := window_left - 1;
    reserved_now := reserved_now + price;
    accepted := accepted || request;
    outcome := 'accepted';
    accepted_id := (request ->> 'id')::uuid;
    return next;
  end loop;

  if cardinality(accepted) > 0 then
    perform genhub.write_accepted(owner, this_period, accepted);
    update genhub.spending s set reserved_usd = s.reserved_usd + reserved_now
      where s.user_id = owner and s.period = this_period and reserved_now > 0;
    if per_minute is not null then
      update genhub.request_windows w
        set started_at = minute.started_at, used = per_minute - window_left
        where w.user_id = owner;
    end if;
  end if;
  if month.alerted_at is null and monthly_limit > 0
     and month.reserved_usd + month.spent_usd + reserved_now >= monthly_limit * alert_at / 100 then
    update genhub.spending s set alerted_at = this_moment
      where s.user_id = owner and s.period = this_period;
    insert into genhub.outbox (user_id, type, data, created_at)
      values (owner, 'limit.threshold', genhub.limits_of(owner, this_period, default_limit),
              this_moment);
  end if;
end $$;

-- The user's minute as it is at a moment, a new one when the last has ended; locked.
create function genhub.open_request_window(owner uuid, moment timestamptz)
returns genhub.request_windows language plpgsql as $$
declare
  minute genhub.request_windows;
begin
  select * into minute from genhub.request_windows w where w.user_id = owner for update;
  if not found then
    insert into genhub.request_windows (user_id, started_at, used) values (owner, moment, 0)
      on conflict do nothing;
    select * into minute from genhub.request_windows w where w.user_id = owner for update;
  end if;
  if moment >= minute.started_at + interval '1 minute' then
    minute.started_at := moment;
    minute.used := 0;
  end if;
  return minute;
end $$;

-- The rows of accepted requests and their reservations in the ledger.
create function genhub.write_accepted(owner uuid, this_period date, accepted jsonb[])
returns void language sql as $$
  with made as (
    insert into public.generation_tasks (
      id, user_id, provider, task_type, prompt, parameters, estimated_time, created_at, phase,
      model, plugin, content_type, parent_id, key_id, key_version_id, webhook_url, metadata,
      quote_credits, quote_usd, period, next_attempt_at)
    select r.id, owner, r.provider, r."taskType", r.prompt, r.parameters, r."estimatedTime",
           r."createdAt", 'queued', r.model, r.plugin, r."contentType", r."parentId", r."keyId",
           r."keyVersionId", r."webhookUrl", r.metadata, r."quoteCredits", r."quoteUsd",
           this_period, r."createdAt"
    from unnest(accepted) as a (request),
         jsonb_to_record(a.request) as r (
           id uuid, provider text, "taskType" text, prompt text, parameters jsonb,
           "estimatedTime" integer, "createdAt" timestamptz, model text, plugin text,
           "contentType" text, "parentId" uuid, "keyId" uuid, "keyVersionId" uuid,
           "webhookUrl" text, metadata jsonb, "quoteCredits" numeric, "quoteUsd" numeric)
    returning id, key_id, quote_credits, quote_usd, created_at)
  insert into genhub.ledger_entries
    (generation_id, user_id, period, key_id, kind, credits, usd, created_at)
  select id, owner, this_period, key_id, 'reserve', quote_credits, quote_usd, created_at from made
$$;

do $$
declare
  name text;
begin
  foreach name in array array[
    'accept_generations(jsonb)', 'accept_generations_of(uuid, date, jsonb)',
    'open_request_window(uuid, timestamptz)', 'write_accepted(uuid, date, jsonb[])',
    'limit_of(uuid, numeric)', 'limits_of(uuid, date, numeric)']
  loop
    execute format('revoke all on function genhub.%s from public', name);
    execute format('grant execute on function genhub.%s to genhub_user', name);
  end loop;
end $$;
