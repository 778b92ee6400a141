/**
 * The audit log: who did what, on what, when. An entry is written in the transaction of the act, so
 * that there is no act without an entry and no entry without an act. Entries are never changed and
 * never hold a secret.
 *
 * <p>To record an act from anywhere: {@code audit.record(jdbc, AuditEntry.of(Actor.of(request),
 * action, id))}, with the client of the transaction that does the act.
 */
package dev.genhub.engine.audit;
