package dev.genhub.engine.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One act, about to be recorded.
 *
 * @param actor who; empty for the hub itself
 * @param subject on what: an id, or an empty text
 * @param details what else matters: texts, numbers, truth values; never a secret
 */
public record AuditEntry(
    AuditAction action, Optional<Actor> actor, String subject, Map<String, Object> details) {

  public AuditEntry {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(subject, "subject");
    details = Map.copyOf(details);
  }

  /** An act of somebody. */
  public static AuditEntry of(Actor actor, AuditAction action, Object subject) {
    return new AuditEntry(action, Optional.of(actor), subject.toString(), Map.of());
  }

  /** An act of the hub itself. */
  public static AuditEntry ofHub(AuditAction action, Object subject) {
    return new AuditEntry(action, Optional.empty(), subject.toString(), Map.of());
  }

  /** The same act with one more detail. */
  public AuditEntry with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new AuditEntry(action, actor, subject, more);
  }
}
