package dev.genhub.engine.generation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.engine.limit.RequestRate;
import dev.genhub.engine.limit.RequestWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Accepts batches of generations, each batch in one statement that is its own transaction. The
 * function in the database opens the rows of the batch's users to itself, and of nobody else.
 */
public final class IntakeStore {

  private static final String ACCEPT =
      """
      select request_no, outcome, accepted_id, window_left, window_ends
      from genhub.accept_generations(:batch::jsonb)
      """;

  private final JdbcClient jdbc;
  private final RequestRate rate;
  private final ObjectMapper json = new ObjectMapper();

  /** Accepts without a limit on requests a minute. */
  public IntakeStore(DataSource users) {
    this(users, RequestRate.UNLIMITED);
  }

  /**
   * @param users connections that are {@code genhub_user}
   * @param rate how many generations each user may ask for in a minute
   */
  public IntakeStore(DataSource users, RequestRate rate) {
    this.jdbc = JdbcClient.create(users);
    this.rate = rate;
  }

  /** Accepts or refuses each, in order. */
  public List<Acceptance> accept(List<NewGeneration> batch) {
    Acceptance[] outcomes = new Acceptance[batch.size()];
    jdbc.sql(ACCEPT)
        .param("batch", write(batch))
        .query(
            (RowCallbackHandler)
                row -> outcomes[row.getInt("request_no")] = acceptance(row, batch));
    return List.of(outcomes);
  }

  private Acceptance acceptance(ResultSet row, List<NewGeneration> batch) throws SQLException {
    String outcome = row.getString("outcome");
    return switch (outcome) {
      case "accepted" -> new Acceptance.Accepted(batch.get(row.getInt("request_no")), window(row));
      case "replayed" -> new Acceptance.Replayed(row.getObject("accepted_id", UUID.class));
      case "key_reused" -> new Acceptance.KeyReused();
      case "rate_limited" -> new Acceptance.RateLimited(window(row).orElseThrow());
      case "over_limit" -> new Acceptance.OverLimit();
      default -> throw new IllegalStateException("unknown outcome '" + outcome + "'");
    };
  }

  private Optional<RequestWindow> window(ResultSet row) throws SQLException {
    Timestamp ends = row.getTimestamp("window_ends");
    return ends == null
        ? Optional.empty()
        : Optional.of(
            new RequestWindow(
                rate.perMinute().orElseThrow(), row.getInt("window_left"), ends.toInstant()));
  }

  private String write(List<NewGeneration> batch) {
    ArrayNode requests = json.createArrayNode();
    for (int no = 0; no < batch.size(); no++) {
      requests.add(request(no, batch.get(no)));
    }
    try {
      return json.writeValueAsString(requests);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private ObjectNode request(int no, NewGeneration made) {
    PlannedGeneration plan = made.priced().plan();
    GenerationOrder order = plan.order();
    ObjectNode request = json.createObjectNode();
    request.put("no", no);
    request.put("id", made.id().toString());
    request.put("userId", made.userId().toString());
    order.idempotencyKey().ifPresent(key -> request.put("idempotencyKey", key));
    request.put("fingerprint", order.fingerprint());
    made.defaultLimitUsd().ifPresent(limit -> request.put("defaultLimitUsd", limit));
    rate.perMinute().ifPresent(perMinute -> request.put("perMinute", perMinute));
    request.put("period", made.period().toString());
    request.put("provider", plan.model().provider());
    request.put("model", plan.model().spec().id());
    request.put("plugin", plan.model().plugin());
    request.put("contentType", plan.model().spec().contentType().word());
    request.put("taskType", plan.request().taskType());
    request.put("prompt", order.prompt());
    request.set("parameters", order.parameters());
    order.parentId().ifPresent(id -> request.put("parentId", id.toString()));
    request.put("keyId", made.keyId().toString());
    request.put("keyVersionId", made.keyVersionId().toString());
    order.webhookUrl().ifPresent(url -> request.put("webhookUrl", url));
    order.metadata().ifPresent(metadata -> request.set("metadata", metadata));
    request.put("quoteCredits", made.priced().price().credits());
    request.put("quoteUsd", made.priced().price().usd());
    request.put("estimatedTime", plan.model().spec().estimatedTime().toSeconds());
    request.put("createdAt", made.createdAt().toString());
    return request;
  }
}
