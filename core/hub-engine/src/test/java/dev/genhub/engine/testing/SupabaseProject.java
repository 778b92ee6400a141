package dev.genhub.engine.testing;

import dev.genhub.engine.store.DatabaseAddress;
import dev.genhub.postgres.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A database as an existing Supabase project has it: its roles, its schema {@code auth} that
 * belongs to somebody else, wide default privileges, and the tables of an app that made images.
 */
public final class SupabaseProject {

  public static final UUID ALICE = UUID.fromString("11111111-1111-4111-8111-111111111111");
  public static final UUID BOB = UUID.fromString("22222222-2222-4222-8222-222222222222");

  private static final String AUTHENTICATOR_PASSWORD = "authenticator-password";

  /** Roles belong to the server, which the tests of this JVM share. */
  private static final String ROLES =
      """
      do $$ begin
        create role anon nologin noinherit;
      exception when duplicate_object then null; end $$;
      do $$ begin
        create role authenticated nologin noinherit;
      exception when duplicate_object then null; end $$;
      do $$ begin
        create role service_role nologin noinherit;
      exception when duplicate_object then null; end $$;
      do $$ begin
        create role authenticator login noinherit;
      exception when duplicate_object then null; end $$;
      alter role service_role bypassrls;
      alter role authenticator password '%s';
      grant anon, authenticated, service_role to authenticator;
      """
          .formatted(AUTHENTICATOR_PASSWORD);

  private static final String AUTH =
      """
      create schema auth;
      create table auth.users (id uuid primary key, email text);
      create function auth.uid() returns uuid language sql stable as $f$
        select coalesce(
          nullif(current_setting('request.jwt.claim.sub', true), ''),
          (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'))::uuid $f$;
      create function auth.role() returns text language sql stable as $f$
        select coalesce(
          nullif(current_setting('request.jwt.claim.role', true), ''),
          (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'))::text $f$;
      create function auth.jwt() returns jsonb language sql stable as $f$
        select coalesce(
          nullif(current_setting('request.jwt.claim', true), ''),
          nullif(current_setting('request.jwt.claims', true), ''))::jsonb $f$;
      grant usage on schema auth to anon, authenticated, service_role;
      grant usage on schema auth to genhub;
      grant references on auth.users to genhub;
      """;

  private static final String APP =
      """
      set role genhub;
      alter default privileges in schema public
        grant all on tables to anon, authenticated, service_role;
      alter default privileges in schema public
        grant all on functions to anon, authenticated, service_role;
      alter default privileges in schema public
        grant all on sequences to anon, authenticated, service_role;
      grant usage on schema public to anon, authenticated, service_role;
      create table public.profiles (
        id uuid primary key references auth.users (id) on delete cascade,
        username text,
        avatar_url text,
        updated_at timestamptz);
      alter table public.profiles enable row level security;
      create policy "Public profiles are viewable by everyone" on public.profiles
        for select using (true);
      create policy "Users can update own profile" on public.profiles
        for update using (auth.uid() = id);
      create table public.generated_images (
        id uuid primary key default gen_random_uuid(),
        user_id uuid not null references public.profiles (id) on delete cascade,
        prompt text not null,
        image_url text not null,
        aspect text not null,
        created_at timestamptz default now());
      alter table public.generated_images enable row level security;
      create policy "Users can view own images" on public.generated_images
        for select using (auth.uid() = user_id);
      reset role;
      """;

  private static final String ROWS =
      """
      insert into auth.users (id, email) values
        ('11111111-1111-4111-8111-111111111111', 'alice@example.org'),
        ('22222222-2222-4222-8222-222222222222', 'bob@example.org');
      insert into public.profiles (id, username) values
        ('11111111-1111-4111-8111-111111111111', 'alice'),
        ('22222222-2222-4222-8222-222222222222', 'bob');
      insert into public.generated_images
        (id, user_id, prompt, image_url, aspect, created_at) values
        ('aaaaaaaa-0000-4000-8000-000000000001', '11111111-1111-4111-8111-111111111111',
         'a cat', 'https://old.example.org/cat.png', 'square', '2025-01-01T00:00:00Z'),
        ('bbbbbbbb-0000-4000-8000-000000000001', '22222222-2222-4222-8222-222222222222',
         'a dog', 'https://old.example.org/dog.png', 'square', '2025-01-02T00:00:00Z');
      """;

  private static final String ROWS_OF_THE_GUIDE =
      """
      insert into public.generation_tasks (user_id, provider, task_id, task_type, prompt)
      values ('11111111-1111-4111-8111-111111111111', 'kie-ai', 'old-task', 'text2img', 'a cat');
      insert into public.user_api_keys (user_id, provider, api_key_encrypted, api_key_name)
      values ('11111111-1111-4111-8111-111111111111', 'fake', 'made by the app', 'old');
      """;

  private final TestDatabase database;

  private SupabaseProject(TestDatabase database) {
    this.database = database;
  }

  /** Makes the project, with one old image each of Alice and Bob. Genhub has not seen it yet. */
  public static SupabaseProject create() {
    SupabaseProject project = new SupabaseProject(TestDatabase.create());
    project.run(ROLES + AUTH + APP + ROWS);
    return project;
  }

  /** The same after the app has run the guide's own migrations and tracked a task with them. */
  public static SupabaseProject createWithTheGuidesMigrations() {
    SupabaseProject project = create();
    project.run("set role genhub;\n" + guide() + "reset role;\n" + ROWS_OF_THE_GUIDE);
    return project;
  }

  private static String guide() {
    try (InputStream in = SupabaseProject.class.getResourceAsStream("integration-guide.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Runs statements that may do everything. */
  public void run(String sql) {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** A connection that sees and may do everything. */
  public Connection superuser() throws SQLException {
    return database.superuser();
  }

  /** The database itself. */
  public TestDatabase database() {
    return database;
  }

  /** The database with the rights of its owner, who is no superuser. */
  public DatabaseAddress address() {
    return new DatabaseAddress(database.url(), database.user(), database.password());
  }

  /** What the project's REST interface does for a request. */
  public RestAccess rest() {
    return new RestAccess(
        new DatabaseAddress(database.url(), "authenticator", AUTHENTICATOR_PASSWORD));
  }
}
