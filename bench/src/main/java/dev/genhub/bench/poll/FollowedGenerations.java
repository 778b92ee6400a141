package dev.genhub.bench.poll;

import dev.genhub.bench.BenchException;
import dev.genhub.bench.hub.BenchUser;
import dev.genhub.bench.hub.HubDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Generations that a provider has taken, put into the table as dispatch would leave them. */
public final class FollowedGenerations {
  private static final String INSERT =
      """
      insert into public.generation_tasks (
        id, user_id, provider, task_id, task_type, status, prompt, parameters, estimated_time,
        created_at, phase, model, plugin, content_type, key_id, key_version_id, quote_credits,
        quote_usd, period, attempts, next_attempt_at, started_at)
      select gen_random_uuid(), k.user_id, 'kie-ai', ? || md5(k.user_id::text || n), ?,
        'processing', 'A lighthouse on a rocky coast at dusk', '{"aspectRatio":"16:9"}', 60,
        now(), 'following', ?, ?, ?, k.id, k.current_version_id,
        8, 0.04, date_trunc('month', now()), 1, now() + ? * interval '1 millisecond', now()
      from public.user_api_keys k, generate_series(1, ?) as n
      """;

  private static final String RESERVE =
      """
      insert into genhub.spending (user_id, period, reserved_usd)
      select user_id, period, sum(quote_usd) from public.generation_tasks group by 1, 2
      on conflict (user_id, period) do update set reserved_usd = excluded.reserved_usd
      """;

  /**
   * What is followed.
   *
   * @param taskPrefix begins the ids of its tasks
   */
  public record Kind(
      String taskPrefix, String taskType, String model, String plugin, String contentType) {
    /** Images by Midjourney. */
    public static final Kind MIDJOURNEY =
        new Kind("mj-", "text2img", "midjourney-6", "kie-midjourney", "image");

    /** Videos by Veo. */
    public static final Kind VEO = new Kind("veo-", "text2video", "veo3_fast", "kie-veo", "video");
  }

  private FollowedGenerations() {}

  /** Images by Midjourney that are due at once. */
  public static void insert(HubDatabase database, List<BenchUser> owners, int count) {
    insert(database, owners, count, Kind.MIDJOURNEY, Duration.ZERO);
  }

  /**
   * Puts generations of the owners into the table, the same number for each.
   *
   * @param count how many in all, a multiple of the number of owners
   * @param firstLook how long from now each is looked at for the first time
   */
  public static void insert(
      HubDatabase database, List<BenchUser> owners, int count, Kind kind, Duration firstLook) {
    if (count % owners.size() != 0) {
      throw new BenchException(
          "--generations is " + count + "; it must be a multiple of " + owners.size());
    }
    System.err.println("putting " + count + " generations under way ...");
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement(INSERT);
        Statement more = connection.createStatement()) {
      connection.setAutoCommit(false);
      insert.setString(1, kind.taskPrefix());
      insert.setString(2, kind.taskType());
      insert.setString(3, kind.model());
      insert.setString(4, kind.plugin());
      insert.setString(5, kind.contentType());
      insert.setLong(6, firstLook.toMillis());
      insert.setInt(7, count / owners.size());
      insert.executeUpdate();
      more.execute(RESERVE);
      connection.commit();
      connection.setAutoCommit(true);
      // what autovacuum would do in a minute
      more.execute("analyze public.generation_tasks");
    } catch (SQLException failed) {
      throw new BenchException(
          "the generations cannot be inserted: " + failed.getMessage(), failed);
    }
  }
}
