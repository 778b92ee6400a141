package dev.genhub.engine.audit;

/** What can be done that is worth remembering. */
public enum AuditAction {
  KEY_CREATED("key.created"),
  KEY_CHANGED("key.changed"),
  KEY_DELETED("key.deleted"),
  KEY_TESTED("key.tested"),
  APP_TOKEN_CREATED("app_token.created"),
  APP_TOKEN_REVOKED("app_token.revoked"),
  LIMITS_CAPPED("limits.capped"),
  CHARGE_CORRECTED("charge.corrected"),
  GENERATION_RESOLVED("generation.resolved"),
  MASTER_KEY_REWRAP_REQUESTED("master_key.rewrap_requested"),
  MASTER_KEY_REWRAPPED("master_key.rewrapped"),
  PLUGIN_INSTALLED("plugin.installed"),
  PLUGIN_STARTED("plugin.started"),
  PLUGIN_STOPPED("plugin.stopped"),
  PLUGIN_RELOADED("plugin.reloaded");

  private final String word;

  AuditAction(String word) {
    this.word = word;
  }

  /** The word of the log and of the API. */
  public String word() {
    return word;
  }
}
