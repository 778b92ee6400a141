package dev.genhub.engine.key;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.audit.AuditAction;
import dev.genhub.engine.audit.AuditEntry;
import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.store.UserSession;
import dev.genhub.spi.KeyReport;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Users' keys, each method one transaction in the name of the user. What is changed is recorded in
 * the audit log in the same transaction.
 */
public final class KeyStore {

  private final UserSession session;
  private final KeyCipher cipher;
  private final ChooseKey choices;
  private final Clock clock;
  private final AuditLog audit;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  /** Encrypts with the cipher; tells the choices of every change. */
  public KeyStore(UserSession session, KeyCipher cipher, ChooseKey choices, Clock clock) {
    this.session = session;
    this.cipher = cipher;
    this.choices = choices;
    this.clock = clock;
    this.audit = new AuditLog(clock);
  }

  /**
   * Stores a new key.
   *
   * @throws ApiProblem {@code conflict} when the user has one of that name for the provider
   */
  public KeyView create(Actor actor, String provider, String name, String apiKey) {
    UUID user = actor.userId();
    UUID id = ids.generate();
    try {
      KeyView made =
          session.as(
              user,
              jdbc -> {
                String encrypted = cipher.encrypt(apiKey, id, user);
                UUID version = addVersion(jdbc, user, id, provider, encrypted);
                jdbc.sql(
                        """
                        insert into public.user_api_keys (
                          id, user_id, provider, api_key_name, api_key_encrypted, key_hint,
                          current_version_id, created_at, updated_at)
                        values (:id, :user, :provider, :name, :encrypted, :hint, :version, :now, :now)
                        """)
                    .param("id", id)
                    .param("user", user)
                    .param("provider", provider)
                    .param("name", name)
                    .param("encrypted", encrypted)
                    .param("hint", hint(apiKey))
                    .param("version", version)
                    .param("now", now())
                    .update();
                audit.record(
                    jdbc,
                    AuditEntry.of(actor, AuditAction.KEY_CREATED, id)
                        .with("provider", provider)
                        .with("name", name));
                return find(jdbc, id).orElseThrow();
              });
      choices.forget(user, provider);
      return made;
    } catch (DuplicateKeyException taken) {
      throw nameTaken(provider, name);
    }
  }

  /** The same, by the user themselves outside a request. */
  public KeyView create(UUID user, String provider, String name, String apiKey) {
    return create(Actor.of(user), provider, name, apiKey);
  }

  /** The user's keys, the oldest first. */
  public List<KeyView> list(UUID user) {
    return session.as(
        user,
        jdbc ->
            jdbc.sql("select " + KeyView.COLUMNS + " from public.user_api_keys k order by k.id")
                .query(KeyView::read)
                .list());
  }

  /** The user's own key; empty when there is none of that id. */
  public Optional<KeyView> find(UUID user, UUID id) {
    return session.as(user, jdbc -> find(jdbc, id));
  }

  /** The user's own key as a test needs it; empty when there is none of that id. */
  Optional<TestedKey> tested(UUID user, UUID id) {
    return session.as(
        user,
        jdbc ->
            jdbc.sql(
                    """
                    select id, provider, current_version_id from public.user_api_keys
                    where id = :id and current_version_id is not null
                    """)
                .param("id", id)
                .query(
                    (row, n) ->
                        new TestedKey(
                            row.getObject("id", UUID.class),
                            row.getString("provider"),
                            row.getObject("current_version_id", UUID.class)))
                .optional());
  }

  /** Notes what a test said: the key is set aside, or taken back. */
  void tested(Actor actor, TestedKey key, KeyReport report) {
    session.as(
        actor.userId(),
        jdbc -> {
          KeyHealth.tested(jdbc, key.versionId(), report, clock.instant());
          audit.record(
              jdbc,
              AuditEntry.of(actor, AuditAction.KEY_TESTED, key.id())
                  .with("valid", report.problem().isEmpty()));
          return null;
        });
    choices.forget(actor.userId(), key.provider());
  }

  /**
   * Changes a key. What is already submitted finishes with the version that it was submitted with.
   *
   * @param change empty values stay as they are
   */
  public Optional<KeyView> change(Actor actor, UUID id, KeyChange change) {
    UUID user = actor.userId();
    try {
      Optional<KeyView> changed = session.as(user, jdbc -> change(jdbc, actor, id, change));
      changed.ifPresent(key -> choices.forget(user, key.provider()));
      return changed;
    } catch (DuplicateKeyException taken) {
      throw nameTaken("the provider", change.name().orElse(""));
    }
  }

  /** The same, by the user themselves outside a request. */
  public Optional<KeyView> change(UUID user, UUID id, KeyChange change) {
    return change(Actor.of(user), id, change);
  }

  private Optional<KeyView> change(JdbcClient jdbc, Actor actor, UUID id, KeyChange change) {
    Optional<KeyView> before = find(jdbc, id);
    if (before.isEmpty()) {
      return before;
    }
    change.apiKey().ifPresent(apiKey -> replace(jdbc, actor.userId(), before.get(), apiKey));
    jdbc.sql(
            """
            update public.user_api_keys
            set api_key_name = coalesce(:name, api_key_name),
                is_active = coalesce(:active, is_active), updated_at = :now
            where id = :id
            """)
        .param("id", id)
        .param("name", change.name().orElse(null), java.sql.Types.VARCHAR)
        .param("active", change.isActive().orElse(null), java.sql.Types.BOOLEAN)
        .param("now", now())
        .update();
    audit.record(jdbc, changed(actor, id, change));
    return find(jdbc, id);
  }

  private static AuditEntry changed(Actor actor, UUID id, KeyChange change) {
    AuditEntry entry =
        AuditEntry.of(actor, AuditAction.KEY_CHANGED, id)
            .with("replaced", change.apiKey().isPresent());
    if (change.name().isPresent()) {
      entry = entry.with("name", change.name().get());
    }
    return change.isActive().isPresent() ? entry.with("isActive", change.isActive().get()) : entry;
  }

  private void replace(JdbcClient jdbc, UUID user, KeyView key, String apiKey) {
    String encrypted = cipher.encrypt(apiKey, key.id(), user);
    UUID version = addVersion(jdbc, user, key.id(), key.provider(), encrypted);
    jdbc.sql(
            """
            update public.user_api_keys
            set api_key_encrypted = :encrypted, key_hint = :hint, current_version_id = :version,
                set_aside_reason = null, set_aside_at = null
            where id = :id
            """)
        .param("id", key.id())
        .param("encrypted", encrypted)
        .param("hint", hint(apiKey))
        .param("version", version)
        .update();
  }

  /** Deletes a key; its versions stay for a while, for what is in flight. */
  public boolean delete(Actor actor, UUID id) {
    UUID user = actor.userId();
    Optional<String> provider = session.as(user, jdbc -> delete(jdbc, actor, id));
    provider.ifPresent(gone -> choices.forget(user, gone));
    return provider.isPresent();
  }

  /** The same, by the user themselves outside a request. */
  public boolean delete(UUID user, UUID id) {
    return delete(Actor.of(user), id);
  }

  private Optional<String> delete(JdbcClient jdbc, Actor actor, UUID id) {
    Optional<String> provider =
        jdbc.sql("delete from public.user_api_keys where id = :id returning provider")
            .param("id", id)
            .query(String.class)
            .optional();
    provider.ifPresent(
        gone ->
            audit.record(
                jdbc, AuditEntry.of(actor, AuditAction.KEY_DELETED, id).with("provider", gone)));
    return provider;
  }

  private UUID addVersion(
      JdbcClient jdbc, UUID user, UUID keyId, String provider, String encrypted) {
    UUID version = ids.generate();
    jdbc.sql(
            """
            insert into genhub.key_versions (
              id, key_id, user_id, provider, api_key_encrypted, created_at)
            values (:id, :key, :user, :provider, :encrypted, :now)
            """)
        .param("id", version)
        .param("key", keyId)
        .param("user", user)
        .param("provider", provider)
        .param("encrypted", encrypted)
        .param("now", now())
        .update();
    return version;
  }

  private static Optional<KeyView> find(JdbcClient jdbc, UUID id) {
    return jdbc.sql("select " + KeyView.COLUMNS + " from public.user_api_keys k where k.id = :id")
        .param("id", id)
        .query(KeyView::read)
        .optional();
  }

  /** Enough to tell keys apart, too little to help a thief. */
  private static String hint(String apiKey) {
    return "…" + apiKey.substring(apiKey.length() - 4);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static ApiProblem nameTaken(String provider, String name) {
    return ApiProblem.of(
        ErrorCode.CONFLICT, "you have a key named '" + name + "' for " + provider + " already");
  }
}
