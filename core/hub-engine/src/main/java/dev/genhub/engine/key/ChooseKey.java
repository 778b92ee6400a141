package dev.genhub.engine.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.store.UserSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Chooses among a user's active keys: the one asked for, or the one used least recently. A key that
 * is set aside is used only when it is asked for. Remembers a user's keys for a moment, as every
 * intake asks; a change on this node is seen at once, one on another node after that moment.
 */
public final class ChooseKey {

  private static final Duration REMEMBERED = Duration.ofSeconds(2);

  private static final String ACTIVE =
      """
      select id, api_key_name, current_version_id, set_aside_reason from public.user_api_keys
      where provider = :provider and is_active and current_version_id is not null
      order by last_used_at nulls first, id
      """;

  private record Owner(UUID userId, String provider) {}

  private record Active(ChosenKey key, String name, Optional<String> setAside) {}

  /** The keys in the order of their use, taken in turn while they are remembered. */
  private record InTurn(List<Active> all, List<ChosenKey> usable, AtomicInteger turn) {
    ChosenKey next() {
      return usable.get(Math.floorMod(turn.getAndIncrement(), usable.size()));
    }
  }

  private final UserSession session;
  private final Cache<Owner, InTurn> remembered =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(REMEMBERED).build();

  /** Reads in the name of users. */
  public ChooseKey(UserSession session) {
    this.session = session;
  }

  /**
   * Chooses.
   *
   * @param keyId the key asked for, empty for any
   * @throws ApiProblem {@code provider_key_required} when there is no active key, or all are set
   *     aside; {@code validation_failed} when the key asked for is not an active one
   */
  public ChosenKey choose(UUID user, String provider, Optional<UUID> keyId) {
    InTurn keys = remembered.get(new Owner(user, provider), this::read);
    if (keyId.isPresent()) {
      return named(keys, keyId.get(), provider);
    }
    if (keys.usable().isEmpty()) {
      throw ApiProblem.of(ErrorCode.PROVIDER_KEY_REQUIRED, whyNone(keys.all(), provider));
    }
    return keys.next();
  }

  private static ChosenKey named(InTurn keys, UUID id, String provider) {
    return keys.all().stream()
        .map(Active::key)
        .filter(key -> key.keyId().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ApiProblem.invalid(
                    "/keyId",
                    "'" + id + "' is none of your active keys for provider '" + provider + "'"));
  }

  private static String whyNone(List<Active> all, String provider) {
    if (all.isEmpty()) {
      return "you have no active key for provider '" + provider + "'; POST /v1/keys adds one";
    }
    String reasons =
        all.stream()
            .map(key -> "'" + key.name() + "' is set aside (" + key.setAside().orElse("") + ")")
            .collect(Collectors.joining(", "));
    return "you have no usable key for provider '"
        + provider
        + "': "
        + reasons
        + "; replace it, or POST /v1/keys/{id}/test once it is in order again";
  }

  private InTurn read(Owner owner) {
    List<Active> all =
        session.as(
            owner.userId(),
            jdbc ->
                jdbc.sql(ACTIVE)
                    .param("provider", owner.provider())
                    .query(ChooseKey::active)
                    .list());
    List<ChosenKey> usable =
        all.stream().filter(key -> key.setAside().isEmpty()).map(Active::key).toList();
    return new InTurn(all, usable, new AtomicInteger());
  }

  private static Active active(ResultSet row, int n) throws SQLException {
    return new Active(
        new ChosenKey(
            row.getObject("id", UUID.class), row.getObject("current_version_id", UUID.class)),
        row.getString("api_key_name"),
        Optional.ofNullable(row.getString("set_aside_reason")));
  }

  /** Forgets what is remembered of a user's keys, after a change. */
  void forget(UUID user, String provider) {
    remembered.invalidate(new Owner(user, provider));
  }
}
