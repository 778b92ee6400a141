package dev.genhub.app.settings;

import java.util.Collection;
import java.util.Set;

/** The names of all settings, so that a mistyped one is an error and not a silent default. */
final class SettingNames {
  private static final Set<String> HUB =
      Set.of(
          "genhub.http.port",
          "genhub.http.host",
          "genhub.http.workers",
          "genhub.http.idle-timeout",
          "genhub.public-url",
          "genhub.data-dir",
          "genhub.database.url",
          "genhub.database.user",
          "genhub.database.password",
          "genhub.database.pool-size",
          "genhub.master-key",
          "genhub.master-key-file",
          "genhub.master-key-previous",
          "genhub.master-key-previous-file",
          "genhub.auth.jwt-secret",
          "genhub.auth.jwks-url",
          "genhub.auth.audience",
          "genhub.auth.issuer",
          "genhub.plugins-dir",
          "genhub.plugins.trusted-keys",
          "genhub.plugins.call-timeout",
          "genhub.plugins.finish-within",
          "genhub.routes-dir",
          "genhub.polling.initial-delay",
          "genhub.polling.max-delay",
          "genhub.polling.factor",
          "genhub.polling.timeout",
          "genhub.rate-limit.user-per-minute",
          "genhub.dispatch.lease",
          "genhub.dispatch.unknown-outcome-timeout",
          "genhub.limits.default-monthly-usd",
          "genhub.credits.low-threshold",
          "genhub.content.retention",
          "genhub.webhooks.allow-private-addresses",
          "genhub.storage.url");

  private SettingNames() {}

  /** Settings of plugins are theirs to check, and {@code camel.} belongs to the framework. */
  static void requireKnown(Collection<String> names, String where) {
    for (String name : names) {
      boolean known =
          HUB.contains(name) || name.startsWith("genhub.providers.") || name.startsWith("camel.");
      if (!known) {
        throw new SettingException(
            "'"
                + name
                + "' in "
                + where
                + " is no setting; config/application.properties of the"
                + " distribution lists them all");
      }
    }
  }
}
