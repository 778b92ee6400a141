-- Makes a plain PostgreSQL look like the part of Supabase that the policies stand on. On a Supabase
-- database everything here exists already and belongs to Supabase: nothing is replaced.

create schema if not exists genhub;
create schema if not exists auth;

do $$
begin
  if not exists (select from pg_roles where rolname = 'anon') then
    create role anon nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then
    create role authenticated nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'service_role') then
    begin
      create role service_role nologin noinherit bypassrls;
    exception when insufficient_privilege then
      -- only a superuser may hand out BYPASSRLS; Genhub itself never uses this role
      create role service_role nologin noinherit;
    end;
  end if;
  -- Genhub's own two: requests of users, and the workers that act for everybody.
  if not exists (select from pg_roles where rolname = 'genhub_user') then
    create role genhub_user nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'genhub_worker') then
    create role genhub_worker nologin noinherit;
  end if;
exception when duplicate_object or unique_violation then
  null; -- roles belong to the whole server: another database's migration was faster
end $$;

grant genhub_user to current_user;
grant genhub_worker to current_user;

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

create table if not exists public.profiles (
  id uuid primary key,
  created_at timestamptz not null default now()
);

do $$
begin
  if not (select relrowsecurity from pg_class where oid = 'public.profiles'::regclass) then
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
