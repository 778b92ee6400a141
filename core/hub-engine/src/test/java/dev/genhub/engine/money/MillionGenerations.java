package dev.genhub.engine.money;

import dev.genhub.engine.testing.HubDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a database with a million generations and prints how long the questions of users take. No
 * test: it takes some minutes. To run it: {@code mvn -pl core/hub-engine test-compile exec:java
 * -Dexec.classpathScope=test -Dexec.mainClass=dev.genhub.engine.money.MillionGenerations}.
 */
public final class MillionGenerations {

  private static final UUID BUSY = UUID.fromString("00000000-0000-4000-8000-000000000003");
  private static final UUID USUAL = UUID.fromString("00000000-0000-4000-8000-000000000500");

  private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put(
        "usage of a month by model",
        """
        select provider || '/' || model as key, sum(generations), sum(completed), sum(failed),
               sum(credits), sum(usd)
        from genhub.usage_by_day
        where user_id = auth.uid() and day between '2026-11-01' and '2026-11-30'
        group by 1 order by 1
        """);
    QUESTIONS.put("the newest generations", generations("null", "null"));
    QUESTIONS.put("the newest failed generations", generations("'failed'", "null"));
    QUESTIONS.put("the newest generations of a model", generations("null", "'veo3_fast'"));
    QUESTIONS.put("the gallery", gallery("null"));
    QUESTIONS.put("the gallery, videos only", gallery("'video'"));
    QUESTIONS.put("the limits", "select genhub.limits_of(auth.uid(), '2026-11-01', null)");
  }

  private MillionGenerations() {}

  /** As {@code GET /v1/generations} asks. */
  private static String generations(String status, String model) {
    return """
    select id from public.generation_tasks where phase is not null
      and (cast(%1$s as text) is null or status = %1$s)
      and (cast(%2$s as text) is null or model = %2$s or provider || '/' || model = %2$s)
    order by id desc nulls last limit 51
    """
        .formatted(status, model);
  }

  /** As {@code GET /v1/content} asks. */
  private static String gallery(String contentType) {
    return """
    select id from public.generated_content
    where (cast(%1$s as text) is null or content_type = %1$s)
    order by coalesce(created_at, timestamptz '1970-01-01 00:00:00+00') desc, id desc limit 51
    """
        .formatted(contentType);
  }

  /** Loads and asks. */
  public static void main(String[] arguments) throws IOException {
    try (HubDatabase database = HubDatabase.create()) {
      load(database.everything());
      QUESTIONS.forEach(
          (question, sql) -> {
            explain(database, question + " of a busy user", sql, BUSY);
            explain(database, question + " of a usual user", sql, USUAL);
          });
      books(database.everything());
    }
    System.exit(0);
  }

  private static void load(JdbcClient jdbc) throws IOException {
    String script;
    try (InputStream in = MillionGenerations.class.getResourceAsStream("million-generations.sql")) {
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    long start = System.nanoTime();
    for (String statement : script.split(";\n")) {
      jdbc.sql(statement).update();
    }
    jdbc.sql("analyze").update();
    System.out.printf("loaded in %d s%n", (System.nanoTime() - start) / 1_000_000_000);
  }

  private static void explain(HubDatabase database, String question, String sql, UUID user) {
    System.out.println("\n== " + question);
    for (int run = 0; run < 2; run++) {
      boolean warm = run == 1;
      database
          .users()
          .as(
              user,
              jdbc -> jdbc.sql("explain (analyze, buffers) " + sql).query(String.class).list())
          .forEach(
              line -> {
                if (warm) {
                  System.out.println(line);
                }
              });
    }
  }

  private static void books(JdbcClient jdbc) {
    for (String view : new String[] {"unbalanced_generations", "unbalanced_months"}) {
      long start = System.nanoTime();
      Object rows =
          jdbc.sql("select count(*) from genhub." + view + "('2026-10-01')").query().singleValue();
      System.out.printf(
          "%n== %s: %s rows in %d ms%n", view, rows, (System.nanoTime() - start) / 1_000_000);
    }
  }
}
