package dev.genhub.engine.defaults;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.genhub.engine.store.UserSession;
import dev.genhub.spi.ContentType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Users' default models by what they make, as {@code provider/model}. Remembers a user's for a
 * moment, as intake asks; a change on this node is seen at once, one on another node after that
 * moment.
 */
public final class DefaultModels {

  private static final Duration REMEMBERED = Duration.ofSeconds(2);

  private final UserSession session;
  private final Cache<UUID, Map<ContentType, String>> remembered =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(REMEMBERED).build();

  /** Acts in the name of users. */
  public DefaultModels(UserSession session) {
    this.session = session;
  }

  /** The user's default for a kind; empty when they have chosen none. */
  public Optional<String> find(UUID user, ContentType made) {
    return Optional.ofNullable(of(user).get(made));
  }

  /** All that the user has chosen. */
  Map<ContentType, String> of(UUID user) {
    return remembered.get(user, id -> session.as(id, DefaultModels::read));
  }

  /**
   * Changes the user's defaults.
   *
   * @param changes a model or nothing for each kind that changes; the others stay
   */
  void change(UUID user, Map<ContentType, Optional<String>> changes) {
    session.as(
        user,
        jdbc -> {
          changes.forEach((made, model) -> change(jdbc, user, made, model));
          return null;
        });
    remembered.invalidate(user);
  }

  private static void change(JdbcClient jdbc, UUID user, ContentType made, Optional<String> model) {
    String sql =
        model.isPresent()
            ? """
              insert into genhub.default_models (user_id, content_type, model)
              values (:user, :made, :model)
              on conflict (user_id, content_type) do update set model = excluded.model
              """
            : """
              delete from genhub.default_models where user_id = :user and content_type = :made
              """;
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql).param("user", user).param("made", made.word());
    model.ifPresent(name -> statement.param("model", name));
    statement.update();
  }

  private static Map<ContentType, String> read(JdbcClient jdbc) {
    Map<ContentType, String> chosen = new EnumMap<>(ContentType.class);
    jdbc.sql("select content_type, model from genhub.default_models")
        .query(
            row -> {
              chosen.put(ContentType.of(row.getString("content_type")), row.getString("model"));
            });
    return Map.copyOf(chosen);
  }
}
