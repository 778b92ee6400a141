package dev.genhub.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What apps written after the integration guide rely on, as it stands in the catalogue of the
 * database. The departures are those of ADR 0001.
 */
abstract class GuideSchemaContract {

  /** Sees everything of the migrated database. */
  abstract JdbcClient database();

  @Test
  void userApiKeysHasTheColumnsOfTheGuide() {
    assertThat(columns("user_api_keys"))
        .startsWith(
            "id uuid not null default gen_random_uuid()",
            "user_id uuid not null",
            "provider character varying(50) not null",
            "api_key_encrypted text not null",
            "api_key_name character varying(100)",
            "is_active boolean default true",
            "last_used_at timestamp with time zone",
            "created_at timestamp with time zone default now()",
            "updated_at timestamp with time zone default now()");
  }

  @Test
  void userApiKeysHasTheConstraintsIndexesAndPoliciesOfTheGuide() {
    assertThat(constraints("user_api_keys"))
        .contains(
            "PRIMARY KEY (id)",
            "FOREIGN KEY (user_id) REFERENCES profiles(id) ON DELETE CASCADE",
            "unique_user_provider_name: UNIQUE (user_id, provider, api_key_name)");
    assertThat(indexes("user_api_keys"))
        .contains("idx_user_api_keys_user_id (user_id)", "idx_user_api_keys_provider (provider)");
    assertThat(policies("user_api_keys"))
        .contains(
            "Users can view own API keys: SELECT using (auth.uid() = user_id) check null",
            "Users can insert own API keys: INSERT using null check (auth.uid() = user_id)",
            "Users can update own API keys: UPDATE using (auth.uid() = user_id) check null",
            "Users can delete own API keys: DELETE using (auth.uid() = user_id) check null");
  }

  @Test
  void generatedContentHasTheColumnsOfTheGuide() {
    assertThat(columns("generated_content"))
        .contains(
            "content_type character varying(20) default 'image'::character varying",
            "video_url text",
            "thumbnail_url text",
            "duration integer",
            "resolution character varying(10)",
            "audio_url text",
            "has_audio boolean default false");
  }

  @Test
  void generatedContentHasTheConstraintAndTheIndexesOfTheGuide() {
    assertThat(constraints("generated_content"))
        .contains("check_content_type: CHECK content_type = ANY ARRAY['image', 'video', 'music']");
    assertThat(indexes("generated_content"))
        .contains(
            "idx_generated_content_type (content_type)",
            "idx_generated_content_user_type (user_id, content_type)");
  }

  @Test
  void generationTasksHasTheColumnsOfTheGuide() {
    assertThat(columns("generation_tasks"))
        .startsWith(
            "id uuid not null default gen_random_uuid()",
            "user_id uuid not null",
            "provider character varying(50) not null",
            "task_id character varying(255)",
            "task_type character varying(50) not null",
            "status character varying(50) default 'pending'::character varying",
            "progress integer default 0",
            "prompt text not null",
            "parameters jsonb",
            "result_url text",
            "error_message text",
            "estimated_time integer",
            "created_at timestamp with time zone default now()",
            "completed_at timestamp with time zone");
  }

  @Test
  void generationTasksHasTheConstraintsIndexesAndPoliciesOfTheGuide() {
    assertThat(constraints("generation_tasks"))
        .contains(
            "PRIMARY KEY (id)",
            "FOREIGN KEY (user_id) REFERENCES profiles(id) ON DELETE CASCADE",
            "unique_provider_task: UNIQUE (provider, task_id)",
            "check_status: CHECK status = ANY ARRAY['pending', 'processing', 'completed',"
                + " 'failed', 'cancelled']",
            "check_progress: CHECK progress >= 0 AND progress <= 100");
    assertThat(indexes("generation_tasks"))
        .contains(
            "idx_generation_tasks_user_status (user_id, status)",
            "idx_generation_tasks_provider_task (provider, task_id)");
    assertThat(policies("generation_tasks"))
        .contains(
            "Users can view own tasks: SELECT using (auth.uid() = user_id) check null",
            "Users can insert own tasks: INSERT using null check (auth.uid() = user_id)",
            "Users can update own tasks: UPDATE using (auth.uid() = user_id) check null");
  }

  @Test
  void everyTableHasItsPoliciesSwitchedOn() {
    assertThat(
            texts(
                """
                select n.nspname || '.' || c.relname from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('public', 'genhub') and c.relkind = 'r'
                  and not c.relrowsecurity and c.relname <> 'flyway_schema_history'
                """))
        .isEmpty();
  }

  private List<String> columns(String table) {
    return texts(
        """
        select attname || ' ' || format_type(atttypid, atttypmod)
               || case when attnotnull then ' not null' else '' end
               || coalesce(' default ' || pg_get_expr(adbin, adrelid), '')
        from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where attrelid = 'public.%s'::regclass and attnum > 0 and not attisdropped
        order by attnum
        """
            .formatted(table));
  }

  /** With the name where the guide gives one; checks without the casts that PostgreSQL adds. */
  private List<String> constraints(String table) {
    return texts(
            """
            select case when conname ~ '^(unique|check)_' then conname || ': ' else '' end
                   || pg_get_constraintdef(oid)
            from pg_constraint where conrelid = 'public.%s'::regclass
            """
                .formatted(table))
        .stream()
        .map(text -> text.contains("CHECK") ? withoutCasts(text) : text)
        .toList();
  }

  private static String withoutCasts(String check) {
    return check.replaceAll("::(character varying|text)(\\[\\])?|[()]", "");
  }

  private List<String> indexes(String table) {
    return texts(
        """
        select indexname || ' ' || substring(indexdef from '\\(.*\\)$') from pg_indexes
        where schemaname = 'public' and tablename = '%s'
        """
            .formatted(table));
  }

  private List<String> policies(String table) {
    return texts(
        """
        select policyname || ': ' || cmd || ' using ' || coalesce(qual, 'null') || ' check '
               || coalesce(with_check, 'null')
        from pg_policies where schemaname = 'public' and tablename = '%s' and roles = '{public}'
        """
            .formatted(table));
  }

  private List<String> texts(String sql) {
    return database().sql(sql).query(String.class).list();
  }
}
