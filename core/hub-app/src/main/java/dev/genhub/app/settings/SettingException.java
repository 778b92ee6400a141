package dev.genhub.app.settings;

/** A setting is wrong; the message is one line for the operator and never holds a secret. */
public final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which setting, its value and what is allowed. */
  public SettingException(String message) {
    super(message, null, false, false);
  }
}
