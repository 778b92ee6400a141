-- A user who has said what their limit is keeps their word, also when it is "none"; the default is
-- for those who have said nothing. Whoever had an amount before has said it.
alter table genhub.spending_limits add column limit_chosen boolean not null default false;
update genhub.spending_limits set limit_chosen = true where monthly_limit_usd is not null;

-- When the user was told that the month's threshold is passed: once a month.
alter table genhub.spending add column alerted_at timestamptz;

-- Users set their own limit, never the ceiling above it.
grant insert (user_id, monthly_limit_usd, limit_chosen, alert_at_percent),
      update (monthly_limit_usd, limit_chosen, alert_at_percent)
  on genhub.spending_limits to genhub_user;
create policy worker_acts on genhub.spending_limits to genhub_worker using (true) with check (true);
grant select, insert, update on genhub.spending_limits to genhub_worker;

-- The threshold is told in the transaction that passes it.
create policy own_alerts on genhub.outbox for insert to genhub_user
  with check (auth.uid() = user_id and type = 'limit.threshold');
grant insert on genhub.outbox to genhub_user;

-- The limit that holds for a user, their own or the default, under the ceiling (null: none), and the
-- share of it at which they want to be told.
create function genhub.limit_of(owner uuid, default_limit numeric)
returns table (monthly_limit_usd numeric, alert_at_percent integer)
language sql stable as $$
  select least(l.cap_usd,
               case when l.limit_chosen then l.monthly_limit_usd
                    else coalesce(l.monthly_limit_usd, default_limit) end),
         coalesce(l.alert_at_percent, 80)
  from (select owner as id) u left join genhub.spending_limits l on l.user_id = u.id
$$;

-- The limits of a user and what is left of them, as the API answers them.
create function genhub.limits_of(owner uuid, this_period date, default_limit numeric)
returns json language sql stable as $$
  select json_build_object(
    'monthlyLimitUsd', trim_scale(m.monthly_limit_usd),
    'spentUsd', trim_scale(coalesce(s.spent_usd, 0)),
    'reservedUsd', trim_scale(coalesce(s.reserved_usd, 0)),
    'remainingUsd', case when m.monthly_limit_usd is not null then trim_scale(greatest(
      0, m.monthly_limit_usd - coalesce(s.spent_usd, 0) - coalesce(s.reserved_usd, 0))) end,
    'periodStart', to_char(this_period, 'YYYY-MM-DD"T00:00:00Z"'),
    'periodEnd', to_char(this_period + interval '1 month', 'YYYY-MM-DD"T00:00:00Z"'),
    'alertAtPercent', m.alert_at_percent)
  from genhub.limit_of(owner, default_limit) m
  left join genhub.spending s on s.user_id = owner and s.period = this_period
$$;
