package dev.genhub.bench.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The hub's books and the provider's, side by side. */
final class Books {
  /** A generation as the hub's database has it. */
  record Entry(UUID id, String phase, String status, String errorCode, BigDecimal charged) {}

  /** A task as the provider has it. */
  record Task(UUID generation, BigDecimal spent) {}

  private final Map<UUID, Entry> generations = new HashMap<>();
  private final Map<UUID, List<Task>> tasks = new HashMap<>();

  private Books() {}

  static Books read(Connection hub, URI provider) throws Exception {
    Books books = new Books();
    books.readGenerations(hub);
    books.readTasks(provider);
    return books;
  }

  private void readGenerations(Connection hub) throws SQLException {
    try (Statement statement = hub.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select id, phase, status, coalesce(error_code, '') as error_code,
                       coalesce(charged_credits, 0) as charged
                from public.generation_tasks
                """)) {
      while (row.next()) {
        UUID id = row.getObject("id", UUID.class);
        generations.put(
            id,
            new Entry(
                id,
                row.getString("phase"),
                row.getString("status"),
                row.getString("error_code"),
                row.getBigDecimal("charged")));
      }
    }
  }

  private void readTasks(URI provider) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(provider.resolve("/sim/tasks")).build(),
                HttpResponse.BodyHandlers.ofString());
    for (JsonNode task : new ObjectMapper().readTree(answer.body())) {
      UUID generation = generationOf(task.path("callBackUrl").asText());
      boolean failed = task.path("failed").asBoolean();
      BigDecimal spent = failed ? BigDecimal.ZERO : task.path("credits").decimalValue();
      tasks.computeIfAbsent(generation, id -> new ArrayList<>()).add(new Task(generation, spent));
    }
  }

  /** The callback address names the generation: the first half of its token is the id. */
  private static UUID generationOf(String callBackUrl) {
    String token = callBackUrl.substring(callBackUrl.lastIndexOf('/') + 1);
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  Map<UUID, Entry> generations() {
    return generations;
  }

  /** What the provider keeps for a generation, over all of its tasks. */
  BigDecimal spentOn(UUID generation) {
    return tasks.getOrDefault(generation, List.of()).stream()
        .map(Task::spent)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Generations that the provider was asked for more than once. */
  long sentTwice() {
    return tasks.values().stream().filter(list -> list.size() > 1).count();
  }
}
