package dev.genhub.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.testing.SupabaseProject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The schema on an existing Supabase project whose app made images. */
class SupabaseDatabaseTest extends GuideSchemaContract {

  private static SupabaseProject project;
  private static SingleConnectionDataSource superuser;

  @BeforeAll
  static void migrate() throws SQLException {
    project = SupabaseProject.create();
    Migrations.apply(project.address());
    superuser = new SingleConnectionDataSource(project.superuser(), true);
  }

  @AfterAll
  static void close() {
    superuser.destroy();
  }

  @Override
  JdbcClient database() {
    return JdbcClient.create(superuser);
  }

  @Test
  void generatedImagesHasBecomeGeneratedContentAndKeptItsRows() {
    assertThat(
            texts(
                """
                select prompt || ' ' || image_url || ' ' || content_type || ' ' || created_at::date
                from public.generated_content order by prompt
                """))
        .containsExactly(
            "a cat https://old.example.org/cat.png image 2025-01-01",
            "a dog https://old.example.org/dog.png image 2025-01-02");
    assertThat(texts("select to_regclass('public.generated_images') is null")).containsExactly("t");
  }

  @Test
  void whatTheAppHadStaysAsItWas() {
    assertThat(texts("select username from public.profiles order by 1"))
        .containsExactly("alice", "bob");
    assertThat(
            texts(
                """
                select policyname from pg_policies where schemaname = 'public'
                  and tablename in ('profiles', 'generated_content')
                """))
        .contains(
            "Public profiles are viewable by everyone",
            "Users can update own profile",
            "Users can view own images")
        .doesNotContain("Users can view own profile");
  }

  @Test
  void whatTheAppDemandedOfAnImageDoesNotHoldForASong() {
    assertThat(
            texts(
                """
                insert into public.generated_content (user_id, content_type, audio_url)
                select id, 'music', 'https://cdn.test/1.mp3' from public.profiles
                where username = 'bob' returning content_type
                """))
        .containsExactly("music");
  }

  @Test
  void theFunctionsOfSupabaseAreNotReplaced() {
    assertThat(
            texts(
                """
                select pg_get_userbyid(proowner) from pg_proc
                where pronamespace = 'auth'::regnamespace
                """))
        .hasSize(3)
        .containsOnly("postgres");
  }

  private List<String> texts(String sql) {
    return database().sql(sql).query((row, n) -> row.getString(1)).list();
  }
}
