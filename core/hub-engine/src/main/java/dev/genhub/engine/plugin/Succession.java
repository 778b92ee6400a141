package dev.genhub.engine.plugin;

import java.util.Optional;
import org.pf4j.DefaultVersionManager;
import org.pf4j.VersionManager;

/**
 * Which version of a plugin may finish what another one has begun: one of the same major version
 * (semantic versioning), unless its manifest says otherwise by {@code Plugin-Takes-Over}.
 */
final class Succession {

  private static final VersionManager VERSIONS = new DefaultVersionManager();

  private Succession() {}

  /** Versions that are none by the rules of semantic versioning only succeed themselves. */
  static boolean takesOver(String version, Optional<String> range, String other) {
    if (version.equals(other)) {
      return true;
    }
    if (range.isEmpty()) {
      return major(version).filter(major(other).orElse("none")::equals).isPresent();
    }
    try {
      return VERSIONS.checkVersionConstraint(other, range.get());
    } catch (RuntimeException unreadable) {
      return false;
    }
  }

  /**
   * Checks a range.
   *
   * @throws IllegalArgumentException if it is none
   */
  static void requireRange(String range) {
    try {
      VERSIONS.checkVersionConstraint("1.0.0", range);
    } catch (RuntimeException unreadable) {
      throw new IllegalArgumentException(
          "Plugin-Takes-Over is '" + range + "'; it must be a range such as >=1.0.0 & <3.0.0",
          unreadable);
    }
  }

  private static Optional<String> major(String version) {
    return version.matches("\\d{1,9}\\.\\d.*")
        ? Optional.of(version.substring(0, version.indexOf('.')))
        : Optional.empty();
  }
}
