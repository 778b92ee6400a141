package dev.genhub.app.settings;

import dev.genhub.engine.key.MasterKey;
import dev.genhub.engine.plugin.TrustedSigners;
import dev.genhub.engine.security.TokenPolicy;
import dev.genhub.engine.store.DatabaseAddress;
import dev.genhub.spi.PollSchedule;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The settings of the hub, checked.
 *
 * @param publicUrl the base of callback addresses and content links, without a slash at its end
 * @param dataDir the embedded database, stored media and generated secrets
 * @param database empty for the embedded PostgreSQL under the data folder
 * @param connections in each of the two pools
 * @param masterKey the key-encryption key, and the other one while it is being changed
 * @param dispatch how work is claimed and sent
 * @param polling the schedule of models that have none of their own
 * @param defaultMonthlyUsd the monthly limit of a user who has none of their own
 * @param userPerMinute how many generations a user may ask for in a minute; 0 for any number
 * @param lowCredits the balance of a key below which its user is told
 * @param allowPrivateAddresses whether fetches and webhooks may go to private addresses
 * @param contentRetention the age at which results are deleted; empty to keep them
 * @param mediaFolder where copies of results are kept
 * @param values the settings as text, for plugins and routes
 */
public record HubSettings(
    Http http,
    URI publicUrl,
    Path dataDir,
    Optional<DatabaseAddress> database,
    int connections,
    MasterKey masterKey,
    TokenPolicy tokens,
    Plugins plugins,
    Path routesDir,
    PollSchedule polling,
    Dispatch dispatch,
    Optional<BigDecimal> defaultMonthlyUsd,
    int userPerMinute,
    BigDecimal lowCredits,
    boolean allowPrivateAddresses,
    Optional<Duration> contentRetention,
    Path mediaFolder,
    SettingValues values) {

  /**
   * Where the hub listens.
   *
   * @param workers how many requests are worked on at once
   * @param idleTimeout how long a connection may stay silent before it is closed
   */
  public record Http(String host, int port, int workers, Duration idleTimeout) {}

  /**
   * How plugins are let in and kept in check.
   *
   * @param folder where their jars are
   * @param trusted who must have signed a jar
   * @param callTimeout how long one call of a plugin's code may take
   * @param finishWithin how long a plugin that was replaced or removed is kept for what it began
   */
  public record Plugins(
      Path folder, TrustedSigners trusted, Duration callTimeout, Duration finishWithin) {

    /**
     * Reads and checks these settings alone.
     *
     * @throws SettingException for the first that is wrong
     */
    public static Plugins read(SettingValues values) {
      return HubSettingsReader.plugins(values);
    }
  }

  /**
   * How work is claimed and sent.
   *
   * @param lease how long a dead node's work waits before another node takes it
   * @param unknownOutcomeTimeout when a lost submit without a callback is settled
   */
  public record Dispatch(Duration lease, Duration unknownOutcomeTimeout) {}

  public HubSettings {
    Objects.requireNonNull(http, "http");
    Objects.requireNonNull(masterKey, "masterKey");
  }

  /**
   * Reads and checks all settings; makes the secrets that nobody set under the data folder.
   *
   * @throws SettingException for the first that is wrong
   */
  public static HubSettings read(SettingValues values) {
    return HubSettingsReader.read(values);
  }

  @Override
  public String toString() {
    return "HubSettings[" + http + ", publicUrl=" + publicUrl + ", dataDir=" + dataDir + "]";
  }
}
