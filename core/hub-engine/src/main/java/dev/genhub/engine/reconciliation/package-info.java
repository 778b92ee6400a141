/**
 * Holds the ledger against the providers' own books. Once a night the balance of every key that was
 * charged since its last reading is read, and what disappeared from the account is compared with
 * what the ledger charged: a difference that what is in flight cannot explain is a drift, which is
 * kept, logged and shown to admins.
 *
 * <p>The balance at a moment lies between "everything in flight is paid already" and "nothing is",
 * as providers differ in when they take their credits. So the expected balance is a range, from the
 * previous reading, what the ledger charged since, and what was in flight at both readings. A drift
 * is the distance from this range, when it is larger than {@link
 * dev.genhub.engine.reconciliation.Tolerance} allows.
 */
package dev.genhub.engine.reconciliation;
