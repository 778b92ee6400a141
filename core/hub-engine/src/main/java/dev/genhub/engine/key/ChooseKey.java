package dev.genhub.engine.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.store.UserSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Chooses among a user's active keys: the one asked for, or the one used least recently. Remembers
 * a user's keys for a moment, as every intake asks; a change on this node is seen at once, one on
 * another node after that moment.
 */
public final class ChooseKey {

  private static final Duration REMEMBERED = Duration.ofSeconds(2);

  private record Active(UUID userId, String provider) {}

  /** The keys in the order of their use, taken in turn while they are remembered. */
  private record InTurn(List<ChosenKey> keys, AtomicInteger turn) {
    ChosenKey next() {
      return keys.get(Math.floorMod(turn.getAndIncrement(), keys.size()));
    }
  }

  private final UserSession session;
  private final Cache<Active, InTurn> remembered =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(REMEMBERED).build();

  /** Reads in the name of users. */
  public ChooseKey(UserSession session) {
    this.session = session;
  }

  /**
   * Chooses.
   *
   * @param keyId the key asked for, empty for any
   * @throws ApiProblem {@code provider_key_required} when there is no active key, {@code
   *     validation_failed} when the key asked for is not one of them
   */
  public ChosenKey choose(UUID user, String provider, Optional<UUID> keyId) {
    InTurn active = remembered.get(new Active(user, provider), this::read);
    if (keyId.isPresent()) {
      return active.keys().stream()
          .filter(key -> key.keyId().equals(keyId.get()))
          .findFirst()
          .orElseThrow(
              () ->
                  ApiProblem.invalid(
                      "/keyId",
                      "'"
                          + keyId.get()
                          + "' is none of your active keys for provider '"
                          + provider
                          + "'"));
    }
    if (active.keys().isEmpty()) {
      throw ApiProblem.of(
          ErrorCode.PROVIDER_KEY_REQUIRED,
          "you have no active key for provider '" + provider + "'; POST /v1/keys adds one");
    }
    return active.next();
  }

  private InTurn read(Active wanted) {
    List<ChosenKey> keys =
        session.as(
            wanted.userId(),
            jdbc ->
                jdbc.sql(
                        """
                        select id, current_version_id from public.user_api_keys
                        where provider = :provider and is_active and current_version_id is not null
                        order by last_used_at nulls first, id
                        """)
                    .param("provider", wanted.provider())
                    .query(
                        (row, n) ->
                            new ChosenKey(
                                row.getObject("id", UUID.class),
                                row.getObject("current_version_id", UUID.class)))
                    .list());
    return new InTurn(keys, new AtomicInteger());
  }

  /** Forgets what is remembered of a user's keys, after a change. */
  void forget(UUID user, String provider) {
    remembered.invalidate(new Active(user, provider));
  }
}
