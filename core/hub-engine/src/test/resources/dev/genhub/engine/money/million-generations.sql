-- A million generations of a thousand users over three months: nine in ten completed, one in twenty
-- failed, the rest still open; each with its ledger entries, every completed one with its result.
-- One user in a hundred is busy and has half of all generations.

insert into public.profiles (id)
  select ('00000000-0000-4000-8000-' || lpad(u::text, 12, '0'))::uuid from generate_series(0, 999) u;

insert into public.generation_tasks (
  id, user_id, provider, task_id, task_type, status, progress, prompt, parameters, estimated_time,
  created_at, completed_at, phase, model, plugin, content_type, key_id, key_version_id,
  quote_credits, quote_usd, charged_credits, charged_usd, period, next_attempt_at)
select
  -- UUIDv7: the time in milliseconds, then what tells apart
  (lpad(to_hex((extract(epoch from made.at) * 1000)::bigint), 12, '0') || '7'
    || lpad(to_hex(made.n % 4096), 3, '0') || '8' || lpad(to_hex(made.n), 15, '0'))::uuid,
  ('00000000-0000-4000-8000-' || lpad(
    (case when made.n % 2 = 0 then made.n / 2 % 10 else made.n / 2 % 990 + 10 end)::text, 12, '0'))::uuid,
  'kie-ai', 'task-' || made.n, 'text2img',
  case when made.n % 20 < 18 then 'completed' when made.n % 20 = 18 then 'failed' else 'pending' end,
  case when made.n % 20 < 18 then 100 else 0 end,
  'a picture of number ' || made.n, '{"aspectRatio": "16:9"}', 60, made.at,
  case when made.n % 20 < 19 then made.at + interval '1 minute' end,
  case when made.n % 20 < 19 then 'settled' else 'queued' end,
  (array['midjourney-7', 'veo3', 'V5'])[made.n % 3 + 1],
  (array['kie-midjourney', 'kie-veo', 'kie-suno'])[made.n % 3 + 1],
  (array['image', 'video', 'music'])[made.n % 3 + 1],
  gen_random_uuid(), gen_random_uuid(), 8, 0.04,
  case when made.n % 20 < 18 then 8 end, case when made.n % 20 < 18 then 0.04 end,
  date_trunc('month', made.at at time zone 'UTC')::date, made.at
from (
  select n, timestamptz '2026-09-01 00:00:00Z' + n * interval '7.8 seconds' as at
  from generate_series(0, 999999) n) made;

insert into genhub.spending (user_id, period)
  select distinct user_id, period from public.generation_tasks;

insert into genhub.ledger_entries
  (generation_id, user_id, period, key_id, kind, credits, usd, created_at)
  select id, user_id, period, key_id, 'reserve', 8, 0.04, created_at from public.generation_tasks;
insert into genhub.ledger_entries
  (generation_id, user_id, period, key_id, kind, credits, usd, created_at)
  select id, user_id, period, key_id, case status when 'completed' then 'charge' else 'release' end,
         8, 0.04, completed_at
  from public.generation_tasks where phase = 'settled';

update genhub.spending s set reserved_usd = t.reserved, spent_usd = t.spent
from (
  select user_id, period, coalesce(sum(quote_usd) filter (where phase <> 'settled'), 0) as reserved,
         coalesce(sum(charged_usd), 0) as spent
  from public.generation_tasks group by 1, 2) t
where t.user_id = s.user_id and t.period = s.period;

insert into public.generated_content (
  id, user_id, generation_id, position, prompt, provider, model, content_type, image_url,
  source_url, created_at)
select
  (left(id::text, 24) || right(md5(id::text), 12))::uuid, user_id, id, 0, prompt, provider, model,
  content_type, 'https://cdn.test/1.png', 'https://cdn.test/1.png', completed_at
from public.generation_tasks where status = 'completed';
