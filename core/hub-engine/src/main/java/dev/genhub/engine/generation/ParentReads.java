package dev.genhub.engine.generation;

import dev.genhub.engine.catalogue.SpiJson;
import dev.genhub.engine.store.UserSession;
import dev.genhub.spi.ParentTask;
import dev.genhub.spi.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks up the finished generation that a follow-up works on. */
public final class ParentReads {

  /**
   * A generation that may be a parent.
   *
   * @param task empty unless it is completed
   */
  public record Parent(String provider, String model, String status, Optional<ParentTask> task) {}

  private static final String SQL =
      """
      select t.provider, t.model, t.status, t.task_id, t.task_type, t.parameters,
             (select json_agg(json_build_object(
                        'id', c.item_id, 'title', c.title, 'style', c.style) order by c.position)
              from public.generated_content c where c.generation_id = t.id) as items
      from public.generation_tasks t
      where t.id = :id and t.phase is not null
      """;

  private final UserSession session;

  /** Reads in the name of users. */
  public ParentReads(UserSession session) {
    this.session = session;
  }

  /** The user's own generation; empty when there is none of that id. */
  public Optional<Parent> find(UUID user, UUID id) {
    return session.as(
        user, jdbc -> jdbc.sql(SQL).param("id", id).query((row, n) -> parent(row)).optional());
  }

  private static Parent parent(ResultSet row) throws SQLException {
    String status = row.getString("status");
    String taskId = row.getString("task_id");
    Optional<ParentTask> task = Optional.empty();
    if (status.equals("completed") && taskId != null) {
      task =
          Optional.of(
              new ParentTask(
                  taskId,
                  row.getString("model"),
                  row.getString("task_type"),
                  SpiJson.from(SpiJson.object(row.getString("parameters"))),
                  items(row.getString("items"))));
    }
    return new Parent(row.getString("provider"), row.getString("model"), status, task);
  }

  private static List<ParentTask.Item> items(String aggregated) {
    return aggregated == null
        ? List.of()
        : Json.parse(aggregated).items().stream().map(ParentReads::item).toList();
  }

  private static ParentTask.Item item(Json row) {
    return new ParentTask.Item(
        row.at("id").nonBlankText(),
        row.at("title").nonBlankText(),
        row.at("style").nonBlankText());
  }
}
