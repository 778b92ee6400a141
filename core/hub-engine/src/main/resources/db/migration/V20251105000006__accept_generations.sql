-- Accepts a batch of requests of any number of users in one round trip: idempotency, reservation
-- and row, all or nothing for each request. Runs with the rights of the caller (genhub_user), and
-- sets the claims of each user before it touches that user's rows, so that the policies decide.
--
-- A request: {no, id, userId, idempotencyKey?, fingerprint?, defaultLimitUsd?, period, provider,
--   model, plugin, contentType, taskType, prompt, parameters, parentId?, keyId, keyVersionId,
--   webhookUrl?, metadata?, quoteCredits, quoteUsd, estimatedTime, createdAt}
-- An outcome: accepted | replayed | key_reused | over_limit

create function genhub.accept_generations(requests jsonb)
returns table (request_no integer, outcome text, accepted_id uuid)
language plpgsql as $$
declare
  mine record;
begin
  -- always in the order of users, so that two batches never wait for each other in a circle
  for mine in
    select r ->> 'userId' as user_id, jsonb_agg(r order by (r ->> 'no')::integer) as all_of_user
    from jsonb_array_elements(requests) as r
    group by 1 order by 1
  loop
    perform set_config('request.jwt.claims',
      jsonb_build_object('sub', mine.user_id, 'role', 'authenticated')::text, true);
    return query
      select * from genhub.accept_generations_of(mine.user_id::uuid, mine.all_of_user);
  end loop;
end $$;

create function genhub.accept_generations_of(owner uuid, requests jsonb)
returns table (request_no integer, outcome text, accepted_id uuid)
language plpgsql as $$
declare
  request jsonb;
  this_period date := (requests -> 0 ->> 'period')::date;
  monthly_limit numeric;
  room numeric;
  price numeric;
  reserved_now numeric := 0;
  known genhub.idempotency_keys;
  accepted jsonb[] := '{}';
begin
  insert into genhub.spending (user_id, period) values (owner, this_period)
    on conflict do nothing;
  -- the lock that makes reserved + spent <= limit true at every instant, for this user only
  select s.reserved_usd + s.spent_usd into room from genhub.spending s
    where s.user_id = owner and s.period = this_period for update;
  select least(l.cap_usd, coalesce(l.monthly_limit_usd, (requests -> 0 ->> 'defaultLimitUsd')::numeric))
    into monthly_limit from genhub.spending_limits l where l.user_id = owner;
  if not found then
    monthly_limit := (requests -> 0 ->> 'defaultLimitUsd')::numeric;
  end if;
  room := monthly_limit - room;

  for request in select * from jsonb_array_elements(requests) loop
    request_no := (request ->> 'no')::integer;
    -- exactly what the row will hold, or releases would not add up to what is reserved here
    price := (request ->> 'quoteUsd')::numeric(14, 6);
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
    if room is not null and price > room then
      outcome := 'over_limit';
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
    reserved_now := reserved_now + price;
    accepted := accepted || request;
    outcome := 'accepted';
    accepted_id := (request ->> 'id')::uuid;
    return next;
  end loop;

  insert into public.generation_tasks (
    id, user_id, provider, task_type, prompt, parameters, estimated_time, created_at, phase, model,
    plugin, content_type, parent_id, key_id, key_version_id, webhook_url, metadata, quote_credits,
    quote_usd, period, next_attempt_at)
  select r.id, owner, r.provider, r."taskType", r.prompt, r.parameters, r."estimatedTime",
         r."createdAt", 'queued', r.model, r.plugin, r."contentType", r."parentId", r."keyId",
         r."keyVersionId", r."webhookUrl", r.metadata, r."quoteCredits", r."quoteUsd", this_period,
         r."createdAt"
  from unnest(accepted) as a (request),
       jsonb_to_record(a.request) as r (
         id uuid, provider text, "taskType" text, prompt text, parameters jsonb,
         "estimatedTime" integer, "createdAt" timestamptz, model text, plugin text,
         "contentType" text, "parentId" uuid, "keyId" uuid, "keyVersionId" uuid, "webhookUrl" text,
         metadata jsonb, "quoteCredits" numeric, "quoteUsd" numeric);

  update genhub.spending s set reserved_usd = s.reserved_usd + reserved_now
    where s.user_id = owner and s.period = this_period and reserved_now > 0;
end $$;

revoke all on function genhub.accept_generations(jsonb) from public;
revoke all on function genhub.accept_generations_of(uuid, jsonb) from public;
grant execute on function genhub.accept_generations(jsonb) to genhub_user;
grant execute on function genhub.accept_generations_of(uuid, jsonb) to genhub_user;
