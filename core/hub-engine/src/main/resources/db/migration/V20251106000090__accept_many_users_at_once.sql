-- Accepts the requests of many users with a handful of statements for all of them, where it took a
-- handful for each. It is for those whose every request can be taken: within the limit and the minute,
-- no idempotency key that was seen before, no threshold passed. Whoever is left is a case of its own
-- and goes the way of accept_generations_of, one user after the other, as does a batch of one user.

create type genhub.intake_request as (
  no integer, id uuid, "userId" uuid, period date, "idempotencyKey" text, fingerprint text,
  "defaultLimitUsd" numeric, "perMinute" integer, provider text, model text, plugin text,
  "contentType" text, "taskType" text, prompt text, parameters jsonb, "parentId" uuid,
  "keyId" uuid, "keyVersionId" uuid, "webhookUrl" text, metadata jsonb,
  "quoteCredits" numeric(14, 4), "quoteUsd" numeric(14, 6), "estimatedTime" integer,
  "createdAt" timestamptz);

-- The users of the batch that this transaction accepts: for its length their rows are as open to
-- genhub_user as a user's own are by the claims. A request of one user has no batch.
create function genhub.batch_users() returns uuid[] language sql stable as $$
  select nullif(current_setting('genhub.batch_users', true), '')::uuid[]
$$;

create policy of_the_batch on public.generation_tasks for insert to genhub_user
  with check (user_id = any ((select genhub.batch_users())::uuid[]));
create policy of_the_batch on genhub.ledger_entries for insert to genhub_user
  with check (user_id = any ((select genhub.batch_users())::uuid[]) and kind = 'reserve');
create policy of_the_batch on genhub.spending to genhub_user
  using (user_id = any ((select genhub.batch_users())::uuid[]));
create policy of_the_batch on genhub.spending_limits for select to genhub_user
  using (user_id = any ((select genhub.batch_users())::uuid[]));
create policy of_the_batch on genhub.request_windows to genhub_user
  using (user_id = any ((select genhub.batch_users())::uuid[]));
create policy of_the_batch on genhub.idempotency_keys to genhub_user
  using (user_id = any ((select genhub.batch_users())::uuid[]));

-- Locks the minute and the month of every user, always in the order of users and a minute before a
-- month, as accept_generations_of does: no circle of waiting.
create function genhub.lock_for_intake(asked genhub.intake_request[], limits_rate boolean)
returns void language plpgsql as $$
begin
  if limits_rate then
    insert into genhub.request_windows (user_id, started_at, used)
      select r."userId", min(r."createdAt"), 0 from unnest(asked) r group by 1 order by 1
      on conflict do nothing;
    perform 1 from genhub.request_windows w
      where w.user_id in (select r."userId" from unnest(asked) r)
      order by w.user_id for update;
  end if;
  insert into genhub.spending (user_id, period)
    select distinct r."userId", r.period from unnest(asked) r order by 1, 2
    on conflict do nothing;
  perform 1 from genhub.spending s
    where (s.user_id, s.period) in (select r."userId", r.period from unnest(asked) r)
    order by s.user_id, s.period for update;
end $$;

-- The users whose every request can be taken.
create function genhub.users_to_take(asked genhub.intake_request[])
returns uuid[] language sql stable as $$
  select coalesce(array_agg(mine.owner), '{}')
  from (
    select r."userId" as owner, min(r.period) as period, max(r.period) as last_period,
           count(*) as requests, sum(r."quoteUsd") as usd, min(r."createdAt") as moment,
           max(r."defaultLimitUsd") as default_limit, max(r."perMinute") as per_minute,
           count(r."idempotencyKey") as keys, count(distinct r."idempotencyKey") as distinct_keys
    from unnest(asked) r group by 1) mine
  join genhub.spending month on month.user_id = mine.owner and month.period = mine.period
  cross join lateral genhub.limit_of(mine.owner, mine.default_limit) most
  left join genhub.request_windows minute on minute.user_id = mine.owner
  cross join lateral (
    select month.reserved_usd + month.spent_usd + mine.usd as usd,
           mine.requests + case when mine.moment >= minute.started_at + interval '1 minute'
                                then 0 else minute.used end as requests) after
  where mine.period = mine.last_period
    and (mine.per_minute is null or after.requests <= mine.per_minute)
    and (most.monthly_limit_usd is null or after.usd <= most.monthly_limit_usd)
    and (most.monthly_limit_usd is null or month.alerted_at is not null
         or most.monthly_limit_usd = 0
         or after.usd < most.monthly_limit_usd * most.alert_at_percent / 100)
    and mine.keys = mine.distinct_keys
    and (mine.keys = 0 or not exists (
           select from unnest(asked) r
           join genhub.idempotency_keys k
             on k.user_id = r."userId" and k.key = r."idempotencyKey"
           where r."userId" = mine.owner))
$$;

-- Takes all of them: rows, reservations in the ledger and in the months, idempotency keys.
create function genhub.write_taken(taken genhub.intake_request[])
returns void language plpgsql as $$
begin
  insert into public.generation_tasks (
    id, user_id, provider, task_type, prompt, parameters, estimated_time, created_at, phase, model,
    plugin, content_type, parent_id, key_id, key_version_id, webhook_url, metadata, quote_credits,
    quote_usd, period, next_attempt_at)
  select r.id, r."userId", r.provider, r."taskType", r.prompt, r.parameters, r."estimatedTime",
         r."createdAt", 'queued', r.model, r.plugin, r."contentType", r."parentId", r."keyId",
         r."keyVersionId", r."webhookUrl", r.metadata, r."quoteCredits", r."quoteUsd", r.period,
         r."createdAt"
  from unnest(taken) r;

  insert into genhub.ledger_entries
    (generation_id, user_id, period, key_id, kind, credits, usd, created_at)
  select r.id, r."userId", r.period, r."keyId", 'reserve', r."quoteCredits", r."quoteUsd",
         r."createdAt"
  from unnest(taken) r;

  update genhub.spending s set reserved_usd = s.reserved_usd + mine.usd
  from (select r."userId" as owner, r.period, sum(r."quoteUsd") as usd
        from unnest(taken) r group by 1, 2) mine
  where s.user_id = mine.owner and s.period = mine.period and mine.usd > 0;

  insert into genhub.idempotency_keys (user_id, key, fingerprint, generation_id, created_at)
  select r."userId", r."idempotencyKey", r.fingerprint, r.id, r."createdAt"
  from unnest(taken) r where r."idempotencyKey" is not null;
end $$;

-- Counts them in the minutes of their users; what is left of it after each of them, in order.
create function genhub.count_taken(taken genhub.intake_request[])
returns table (request_no integer, accepted_id uuid, window_left integer, window_ends timestamptz)
language sql as $$
  with counted as (
    update genhub.request_windows w
    set started_at = case when mine.moment >= w.started_at + interval '1 minute'
                          then mine.moment else w.started_at end,
        used = mine.requests + case when mine.moment >= w.started_at + interval '1 minute'
                                    then 0 else w.used end
    from (select r."userId" as owner, count(*)::integer as requests, min(r."createdAt") as moment
          from unnest(taken) r where r."perMinute" is not null group by 1) mine
    where w.user_id = mine.owner
    returning w.user_id, w.used, w.started_at)
  select r.no, r.id,
         r."perMinute" - c.used + (row_number() over (
           partition by r."userId" order by r.no desc))::integer - 1,
         c.started_at + interval '1 minute'
  from unnest(taken) r left join counted c on c.user_id = r."userId"
$$;

-- Statements are planned once for each connection, at first on tables that are still empty: without
-- the setting they would go on reading whole tables until these are analysed.
create or replace function genhub.accept_generations(requests jsonb)
returns table (request_no integer, outcome text, accepted_id uuid,
               window_left integer, window_ends timestamptz)
language plpgsql set enable_seqscan = off as $$
declare
  asked genhub.intake_request[] := array(
    select r from jsonb_populate_recordset(null::genhub.intake_request, requests) r
    order by r."userId", r.period, r.no);
  taken genhub.intake_request[] := '{}';
  users uuid[] := '{}';
  mine record;
begin
  if asked[1]."userId" <> asked[cardinality(asked)]."userId" then
    perform set_config('genhub.batch_users',
      array(select distinct r."userId" from unnest(asked) r)::text, true);
    perform genhub.lock_for_intake(asked, asked[1]."perMinute" is not null);
    users := genhub.users_to_take(asked);
    taken := array(select r from unnest(asked) r where r."userId" = any (users));
  end if;

  if cardinality(taken) > 0 then
    perform genhub.write_taken(taken);
    return query select t.request_no, 'accepted'::text, t.accepted_id, t.window_left, t.window_ends
      from genhub.count_taken(taken) t;
  end if;

  -- what came before and after the end of a month in one batch is two months' money
  for mine in
    select r ->> 'userId' as user_id, r ->> 'period' as period,
           jsonb_agg(r order by (r ->> 'no')::integer) as all_of_user
    from jsonb_array_elements(requests) as r
    where cardinality(taken) < cardinality(asked) and (r ->> 'userId')::uuid <> all (users)
    group by 1, 2 order by 1, 2
  loop
    perform set_config('request.jwt.claims',
      jsonb_build_object('sub', mine.user_id, 'role', 'authenticated')::text, true);
    return query
      select * from genhub.accept_generations_of(
        mine.user_id::uuid, mine.period::date, mine.all_of_user);
  end loop;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array[
    'batch_users()', 'lock_for_intake(genhub.intake_request[], boolean)',
    'users_to_take(genhub.intake_request[])', 'write_taken(genhub.intake_request[])',
    'count_taken(genhub.intake_request[])']
  loop
    execute format('revoke all on function genhub.%s from public', name);
    execute format('grant execute on function genhub.%s to genhub_user', name);
  end loop;
end $$;
