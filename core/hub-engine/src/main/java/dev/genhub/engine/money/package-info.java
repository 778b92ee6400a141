/**
 * What users reserve and spend. Money is in US dollars unless a name says credits.
 *
 * <p>The ledger is the truth: append-only, double-entry, one row for each movement between the
 * three accounts {@code available}, {@code reserved} and {@code spent} of a user. Intake reserves
 * the quote, settlement charges or releases it, an admin corrects. {@code genhub.spending} holds
 * the running totals of a user's month, whose row lock makes "reserved + spent never above the
 * limit" true on any number of nodes; {@code genhub.usage_by_day} follows the ledger by trigger, in
 * the same statement. {@code genhub.unbalanced_generations} and {@code genhub.unbalanced_months}
 * are empty as long as nothing was written half. See docs/money.md.
 */
package dev.genhub.engine.money;
