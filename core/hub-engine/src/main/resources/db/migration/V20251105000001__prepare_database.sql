-- Makes a plain PostgreSQL look like the part of Supabase that the policies stand on. On a Supabase
-- database everything here exists already and belongs to Supabase: nothing is replaced.

create schema if not exists genhub;
create schema if not exists auth;

-- The last two are Genhub's own: requests of users, and the workers that act for everybody.
do $$
declare
  wanted text;
begin
  foreach wanted in array
    array['anon', 'authenticated', 'service_role', 'genhub_user', 'genhub_worker']
  loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin noinherit', wanted);
        if wanted = 'service_role' then
          alter role service_role bypassrls;
        end if;
      exception
        when duplicate_object or unique_violation then
          null; -- roles belong to the whole server: another database's migration was faster
        when insufficient_privilege then
          if wanted <> 'service_role' then
            raise exception 'role % is missing, and % may not create roles', wanted, current_user
              using hint = format('as an administrator: create role %I nologin noinherit; '
                                  'grant %1$I to %I', wanted, current_user);
          end if;
          -- only a superuser may hand out BYPASSRLS; Genhub itself never uses this role
          create role service_role nologin noinherit;
      end;
    end if;
  end loop;
end $$;

-- Genhub's connections take its roles. An administrator may have granted them beforehand.
do $$
declare
  mine text;
  -- since PostgreSQL 16 whoever makes a role is a member of it that may not take it
  taking text := case when current_setting('server_version_num')::integer >= 160000
                      then 'SET' else 'MEMBER' end;
begin
  foreach mine in array array['genhub_user', 'genhub_worker'] loop
    if not pg_has_role(current_user, mine, taking) then
      execute format('grant %I to current_user', mine);
    end if;
  end loop;
end $$;

do $$
begin
  if to_regprocedure('auth.jwt()') is null then
    create function auth.jwt() returns jsonb language sql stable as
      'select coalesce(nullif(pg_catalog.current_setting(''request.jwt.claims'', true), ''''), ''{}'')::jsonb';
  end if;
  if to_regprocedure('auth.uid()') is null then
    create function auth.uid() returns uuid language sql stable as
      'select nullif(auth.jwt() ->> ''sub'', '''')::uuid';
  end if;
  if to_regprocedure('auth.role()') is null then
    create function auth.role() returns text language sql stable as
      'select auth.jwt() ->> ''role''';
  end if;
end $$;

do $$
begin
  grant usage on schema auth to anon, authenticated, service_role, genhub_user, genhub_worker;
exception when insufficient_privilege then
  null; -- Supabase owns the schema there and has granted its own roles
end $$;

grant usage on schema public to anon, authenticated, service_role, genhub_user, genhub_worker;
grant usage on schema genhub to genhub_user, genhub_worker;

-- An app's own table of users stays as it is, with the policies that it has or has not.
do $$
begin
  if to_regclass('public.profiles') is null then
    create table public.profiles (
      id uuid primary key,
      created_at timestamptz not null default now()
    );
    alter table public.profiles enable row level security;
    create policy "Users can view own profile"
      on public.profiles for select using (auth.uid() = id);
  end if;
end $$;

create policy genhub_user_creates_own on public.profiles
  for insert to genhub_user with check (auth.uid() = id);
create policy genhub_user_sees_own on public.profiles
  for select to genhub_user using (auth.uid() = id);
grant select, insert on public.profiles to genhub_user;

-- For the tables that an app may have made itself: a policy of that name stays as it is.
create function genhub.ensure_policy(on_table regclass, policy_name text, clause text)
returns void language plpgsql as $$
begin
  if not exists (select from pg_policy where polrelid = on_table and polname = policy_name) then
    execute format('create policy %I on %s %s', policy_name, on_table, clause);
  end if;
end $$;
