-- Takes queued work of one plugin: account by account in turn, so that one user's thousand jobs never
-- stand before another user's one, and no faster than the pace of each account allows.

-- The accounts that have work in a plugin's queue, in the order of their ids, after the given one.
-- A recursive query, because it finds each next account by one step into the index.
create function genhub.accounts_with_work(of_plugin text, after uuid, most integer)
returns table (account uuid)
language sql stable as $$
  with recursive found (account, n) as (
    (select t.key_id, 1 from public.generation_tasks t
      where t.plugin = of_plugin and t.phase = 'queued' and t.key_id > after
      order by t.key_id limit 1)
    union all
    select further.key_id, f.n + 1
      from found f,
      lateral (select t.key_id from public.generation_tasks t
        where t.plugin = of_plugin and t.phase = 'queued' and t.key_id > f.account
        order by t.key_id limit 1) further
      where f.n < most)
  select f.account from found f order by f.n
$$;

-- of_plugin, room   whose work, and how much of it at most
-- after             the account at which this node's last round stopped
-- pace, pace_window at most so many submits in any such stretch of time; null for no pace
-- at_time           now, by the hub's clock
create function genhub.claim_queued(
  of_plugin text, room integer, after uuid, pace integer, pace_window interval,
  at_time timestamptz, owner text, until timestamptz)
returns setof public.generation_tasks
language plpgsql as $$
declare
  -- more are left to the next round, so that a claim stays short however many accounts wait
  most_accounts constant integer := 256;
  accounts uuid[];
begin
  accounts := array(select genhub.accounts_with_work(of_plugin, after, most_accounts));
  if cardinality(accounts) < most_accounts then
    accounts := accounts || array(
      select a.account
        from genhub.accounts_with_work(
          of_plugin, '00000000-0000-0000-0000-000000000000', most_accounts - cardinality(accounts)) a
        where a.account <= after);
  end if;

  if pace is not null then
    -- in one order, so that two nodes never wait for each other in a circle
    insert into genhub.provider_accounts (account)
      select a from unnest(accounts) a
        where not exists (select from genhub.provider_accounts p where p.account = a)
        order by a
      on conflict do nothing;
    -- whoever holds an account's row counts its submits; another node comes back for it later
    accounts := array(
      with held as (
        select p.account from genhub.provider_accounts p
          where p.account = any (accounts) for update skip locked)
      select a.account from unnest(accounts) with ordinality a (account, turn)
        where a.account in (select h.account from held h) order by a.turn);
  end if;

  if cardinality(accounts) = 0 then
    return;
  end if;

  return query
    with open as (
      select a.account, a.turn,
             least(room,
                   -- so few that all accounts together offer some four times what there is room for
                   ceil(4.0 * room / cardinality(accounts))::integer,
                   pace - (select count(*) from unnest(p.recent) r
                            where r > at_time - pace_window)::integer) as allowed
        from unnest(accounts) with ordinality a (account, turn)
        left join genhub.provider_accounts p on p.account = a.account
        where p.paused_until is null or p.paused_until <= at_time),
    picked as (
      select mine.id, open.account, open.turn, mine.place
        from open,
        lateral (
          select head.id, row_number() over (order by head.next_attempt_at, head.id) as place
            from (select t.id, t.next_attempt_at from public.generation_tasks t
                    where t.plugin = of_plugin and t.phase = 'queued' and t.key_id = open.account
                      and t.next_attempt_at <= at_time
                    order by t.next_attempt_at, t.id limit greatest(open.allowed, 0)
                    for update skip locked) head) mine
        order by mine.place, open.turn limit room),
    counted as (
      update genhub.provider_accounts p
        set recent = array(select r from unnest(p.recent) r where r > at_time - pace_window)
                     || array_fill(at_time, array[taken.n])
        from (select k.account, count(*)::integer as n from picked k group by k.account) taken
        where p.account = taken.account and pace is not null),
    claimed as (
      update public.generation_tasks t
        set phase = 'claimed', lease_owner = owner, lease_until = until, claimed_at = at_time,
            attempts = t.attempts + 1
        from picked k where t.id = k.id
        returning t.*)
    select c.* from claimed c join picked k on k.id = c.id order by k.place, k.turn;
end $$;

revoke all on function genhub.accounts_with_work(text, uuid, integer) from public;
revoke all on function genhub.claim_queued(
  text, integer, uuid, integer, interval, timestamptz, text, timestamptz) from public;
grant execute on function genhub.accounts_with_work(text, uuid, integer) to genhub_worker;
grant execute on function genhub.claim_queued(
  text, integer, uuid, integer, interval, timestamptz, text, timestamptz) to genhub_worker;
