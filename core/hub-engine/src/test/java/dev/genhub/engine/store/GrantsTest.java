package dev.genhub.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.testing.HubDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who may do what with which table, exactly. A migration that grants something changes {@code
 * grants.txt} too, so that every new right is seen by whoever reads the change.
 */
class GrantsTest {

  private static final String GRANTS =
      """
      with granted as (
        select c.oid, null::name as column_name, g.grantee, g.privilege_type
        from pg_class c, lateral aclexplode(c.relacl) g
        union all
        select a.attrelid, a.attname, g.grantee, g.privilege_type
        from pg_attribute a, lateral aclexplode(a.attacl) g
      ), by_privilege as (
        select g.oid, coalesce(r.rolname, 'public') as role, g.privilege_type,
               string_agg(g.column_name, ', ' order by g.column_name) as columns
        from granted g left join pg_roles r on r.oid = g.grantee
        group by 1, 2, 3
      )
      select n.nspname || '.' || c.relname || ' ' || p.role || ' '
             || string_agg(
                  lower(p.privilege_type) || coalesce(' (' || p.columns || ')', ''), ', '
                  order by p.privilege_type)
      from by_privilege p
      join pg_class c on c.oid = p.oid
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'genhub') and c.relkind in ('r', 'p', 'v', 'm')
        and p.role <> pg_get_userbyid(c.relowner)
      group by n.nspname, c.relname, p.role
      """;

  private static HubDatabase database;

  @BeforeAll
  static void open() {
    database = HubDatabase.create();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static List<String> texts(String sql) {
    return database.everything().sql(sql).query(String.class).list();
  }

  @Test
  void every_role_has_the_rights_that_are_written_down_and_no_others() {
    assertThat(texts(GRANTS)).containsExactlyInAnyOrderElementsOf(written());
  }

  @Test
  void the_hubs_roles_are_under_the_policies_like_everybody() {
    assertThat(
            texts(
                """
                select rolname from pg_roles
                where rolname in ('genhub_user', 'genhub_worker')
                  and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin)
                """))
        .containsExactlyInAnyOrder("genhub_user", "genhub_worker");
    assertThat(
            texts(
                """
                select c.relname from pg_class c
                where pg_get_userbyid(c.relowner) in ('genhub_user', 'genhub_worker')
                """))
        .as("an owner is not under the policies")
        .isEmpty();
  }

  @Test
  void every_table_that_a_role_reaches_has_policies() {
    assertThat(
            texts(
                """
                select n.nspname || '.' || c.relname from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('public', 'genhub') and c.relkind in ('r', 'p')
                  and not c.relrowsecurity
                """))
        .as("only Flyway's own table, which no role reaches")
        .containsExactly("genhub.flyway_schema_history");
  }

  private static List<String> written() {
    try (InputStream in = GrantsTest.class.getResourceAsStream("grants.txt")) {
      Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
