package dev.genhub.engine.key;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A column whose values the master key seals.
 *
 * @param table with its schema
 * @param id the column by which rows are gone through; a primary key
 * @param idType its SQL type
 * @param column the sealed one, in base64
 * @param associated an SQL expression: the associated data that each value was sealed with
 * @param condition an SQL condition: which rows are the hub's own
 */
public record SealedColumn(
    String table, String id, String idType, String column, String associated, String condition) {

  /** Every column that the hub seals. */
  public static final List<SealedColumn> ALL =
      List.of(
          new SealedColumn("genhub.keysets", "name", "text", "keyset_encrypted", "name", "true"),
          new SealedColumn(
              "genhub.key_versions",
              "id",
              "uuid",
              "api_key_encrypted",
              "key_id || '|' || user_id",
              "true"),
          // a row without a version was written by the app itself, with a cipher of its own
          new SealedColumn(
              "public.user_api_keys",
              "id",
              "uuid",
              "api_key_encrypted",
              "id || '|' || user_id",
              "current_version_id is not null"));

  record Row(String id, String sealed, String associated) {}

  record Count(int total, int done) {}

  /** The next rows that are not sealed with the key of the prefix, in the order of their ids. */
  List<Row> next(JdbcClient jdbc, String prefix, Optional<String> after, int most) {
    String sql =
        """
        select cast(%1$s as text) as id, %3$s as sealed, %4$s as associated from %2$s
        where %5$s and left(%3$s, %6$d) <> :prefix
          and (cast(:after as %7$s) is null or %1$s > cast(:after as %7$s))
        order by %1$s limit :most
        """
            .formatted(
                id, table, column, associated, condition, MasterKey.HEADER_CHARACTERS, idType);
    return jdbc.sql(sql)
        .param("prefix", prefix)
        .param("after", after.orElse(null), java.sql.Types.VARCHAR)
        .param("most", most)
        .query(
            (row, n) ->
                new Row(row.getString("id"), row.getString("sealed"), row.getString("associated")))
        .list();
  }

  /** Puts another value in place of one, unless it has changed meanwhile. */
  void replace(JdbcClient jdbc, Row row, String sealed) {
    jdbc.sql(
            "update %2$s set %3$s = :sealed where %1$s = cast(:id as %4$s) and %3$s = :before"
                .formatted(id, table, column, idType))
        .param("sealed", sealed)
        .param("id", row.id())
        .param("before", row.sealed())
        .update();
  }

  Count count(JdbcClient jdbc, String prefix) {
    return jdbc.sql(
            "select count(*) as total, count(*) filter (where left(%2$s, %4$d) = :prefix) as done from %1$s where %3$s"
                .formatted(table, column, condition, MasterKey.HEADER_CHARACTERS))
        .param("prefix", prefix)
        .query((row, n) -> new Count(row.getInt("total"), row.getInt("done")))
        .single();
  }
}
