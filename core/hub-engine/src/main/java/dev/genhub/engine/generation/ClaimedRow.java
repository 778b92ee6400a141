package dev.genhub.engine.generation;

import dev.genhub.engine.catalogue.SpiJson;
import dev.genhub.spi.Price;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Reads a row of {@code generation_tasks} for a worker. */
public final class ClaimedRow {

  /** The columns that {@link #read} needs, of a table or alias named {@code t}. */
  public static final String COLUMNS =
      """
      t.id, t.user_id, t.provider, t.plugin, t.plugin_version, t.model, t.task_type, t.prompt, t.parameters,
      t.parent_id, t.key_id, t.key_version_id, t.task_id, t.attempts, t.polls, t.unreadable,
      t.maybe_taken, t.quote_credits, t.quote_usd, t.period, t.created_at, t.started_at""";

  private ClaimedRow() {}

  /** The generation of the current row. */
  public static ClaimedGeneration read(ResultSet row) throws SQLException {
    return new ClaimedGeneration(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getString("provider"),
        row.getString("plugin"),
        Optional.ofNullable(row.getString("plugin_version")),
        row.getString("model"),
        row.getString("task_type"),
        row.getString("prompt"),
        SpiJson.object(row.getString("parameters")),
        Optional.ofNullable(row.getObject("parent_id", UUID.class)),
        row.getObject("key_id", UUID.class),
        row.getObject("key_version_id", UUID.class),
        Optional.ofNullable(row.getString("task_id")),
        row.getInt("attempts"),
        row.getInt("polls"),
        row.getInt("unreadable"),
        row.getBoolean("maybe_taken"),
        new Price(row.getBigDecimal("quote_credits"), row.getBigDecimal("quote_usd")),
        row.getObject("period", LocalDate.class),
        instant(row, "created_at").orElseThrow(),
        instant(row, "started_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
