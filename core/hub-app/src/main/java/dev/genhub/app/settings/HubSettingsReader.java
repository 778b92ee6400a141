package dev.genhub.app.settings;

import dev.genhub.engine.key.MasterKey;
import dev.genhub.engine.plugin.TrustedSigners;
import dev.genhub.engine.security.TokenPolicy;
import dev.genhub.engine.store.DatabaseAddress;
import dev.genhub.spi.PollSchedule;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads {@link HubSettings} from their texts. */
final class HubSettingsReader {
  private static final Duration SHORTEST_LEASE = Duration.ofSeconds(3);
  private static final int SHORTEST_SECRET = 32;

  private final SettingValues values;

  private HubSettingsReader(SettingValues values) {
    this.values = values;
  }

  static HubSettings read(SettingValues values) {
    return new HubSettingsReader(values).read();
  }

  private HubSettings read() {
    HubSettings.Http http =
        new HubSettings.Http(
            values.text("genhub.http.host", "127.0.0.1"),
            values.whole("genhub.http.port", 8080, 0, 65_535),
            values.whole("genhub.http.workers", 256, 4, 2_000),
            values.duration("genhub.http.idle-timeout", Duration.ofMinutes(5)));
    Path dataDir = values.path("genhub.data-dir", "data");
    return new HubSettings(
        http,
        values
            .address("genhub.public-url")
            .orElseGet(() -> URI.create("http://localhost:" + http.port())),
        dataDir,
        database(),
        values.whole("genhub.database.pool-size", 16, 2, 200),
        masterKey(dataDir),
        tokens(dataDir),
        plugins(values),
        values.path("genhub.routes-dir", "routes"),
        polling(),
        dispatch(),
        values.amount("genhub.limits.default-monthly-usd"),
        values.whole("genhub.rate-limit.user-per-minute", 120, 0, 1_000_000),
        values.amount("genhub.credits.low-threshold").orElse(BigDecimal.valueOf(50)),
        values.flag("genhub.webhooks.allow-private-addresses", false),
        values
            .find("genhub.content.retention")
            .map(set -> values.duration("genhub.content.retention", Duration.ZERO)),
        mediaFolder(dataDir),
        values);
  }

  static HubSettings.Plugins plugins(SettingValues values) {
    return new HubSettings.Plugins(
        values.path("genhub.plugins-dir", "plugins"),
        trustedSigners(values),
        values.duration("genhub.plugins.call-timeout", Duration.ofSeconds(5)),
        values.duration("genhub.plugins.finish-within", Duration.ofHours(2)));
  }

  private static TrustedSigners trustedSigners(SettingValues values) {
    List<String> files = values.texts("genhub.plugins.trusted-keys");
    try {
      return files.isEmpty()
          ? TrustedSigners.anybody()
          : TrustedSigners.of(files.stream().map(values.home()::resolve).toList());
    } catch (IllegalArgumentException unusable) {
      throw new SettingException("genhub.plugins.trusted-keys: " + unusable.getMessage());
    }
  }

  private Optional<DatabaseAddress> database() {
    Optional<String> url = values.find("genhub.database.url");
    url.filter(text -> !text.startsWith("jdbc:postgresql://"))
        .ifPresent(
            text -> {
              throw new SettingException(
                  "genhub.database.url is '" + text + "'; it must begin with jdbc:postgresql://");
            });
    return url.map(
        text ->
            new DatabaseAddress(
                text,
                values.text("genhub.database.user", "genhub"),
                values.text("genhub.database.password", "")));
  }

  private MasterKey masterKey(Path dataDir) {
    String text =
        secret("genhub.master-key")
            .orElseGet(
                () ->
                    SecretFile.readOrCreate(
                        dataDir.resolve("secrets/master.key"), MasterKey::generate));
    MasterKey current = usable("genhub.master-key", () -> MasterKey.of(text));
    return secret("genhub.master-key-previous")
        .map(other -> usable("genhub.master-key-previous", () -> current.alsoReading(other)))
        .orElse(current);
  }

  /** A secret that stands in the setting itself, or in the file that {@code <name>-file} names. */
  private Optional<String> secret(String name) {
    return values
        .find(name)
        .or(
            () ->
                values
                    .find(name + "-file")
                    .map(file -> SecretFile.read(values.home().resolve(file))));
  }

  private static MasterKey usable(String name, Supplier<MasterKey> key) {
    try {
      return key.get();
    } catch (IllegalArgumentException unusable) {
      throw new SettingException(name + ": " + unusable.getMessage());
    }
  }

  /** With a JWKS address and no secret set, tokens of a shared secret are not taken at all. */
  private TokenPolicy tokens(Path dataDir) {
    Optional<URI> jwks = values.address("genhub.auth.jwks-url");
    Optional<String> secret = values.find("genhub.auth.jwt-secret");
    if (secret.isEmpty() && jwks.isEmpty()) {
      secret =
          Optional.of(
              SecretFile.readOrCreate(
                  dataDir.resolve("secrets/jwt.secret"), HubSettingsReader::randomSecret));
    }
    secret
        .filter(text -> text.getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET)
        .ifPresent(
            text -> {
              throw new SettingException(
                  "genhub.auth.jwt-secret is too short; it must have 32 bytes or more");
            });
    return new TokenPolicy(
        secret, jwks, values.find("genhub.auth.audience"), values.find("genhub.auth.issuer"));
  }

  private static String randomSecret() {
    byte[] random = new byte[SHORTEST_SECRET];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private PollSchedule polling() {
    try {
      return new PollSchedule(
          values.duration("genhub.polling.initial-delay", Duration.ofSeconds(2)),
          values.factor("genhub.polling.factor", 1.5),
          values.duration("genhub.polling.max-delay", Duration.ofSeconds(30)),
          values.duration("genhub.polling.timeout", Duration.ofMinutes(30)));
    } catch (IllegalArgumentException wrong) {
      throw new SettingException("genhub.polling: " + wrong.getMessage());
    }
  }

  private HubSettings.Dispatch dispatch() {
    HubSettings.Dispatch dispatch =
        new HubSettings.Dispatch(
            values.duration("genhub.dispatch.lease", Duration.ofSeconds(60)),
            values.duration("genhub.dispatch.unknown-outcome-timeout", Duration.ofMinutes(30)));
    if (dispatch.lease().compareTo(SHORTEST_LEASE) < 0) {
      throw new SettingException(
          "genhub.dispatch.lease is '"
              + values.text("genhub.dispatch.lease", "")
              + "'; it must be 3s or longer");
    }
    return dispatch;
  }

  private Path mediaFolder(Path dataDir) {
    String url = values.text("genhub.storage.url", "");
    if (url.isEmpty()) {
      return dataDir.resolve("media");
    }
    if (!url.startsWith("file:")) {
      throw new SettingException("genhub.storage.url is '" + url + "'; it must begin with file:");
    }
    return values.home().resolve(url.substring("file:".length()).replaceFirst("^//", ""));
  }
}
