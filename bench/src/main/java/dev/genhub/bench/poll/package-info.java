/**
 * Following at its limit: many generations under way, all of them due all the time, at a provider
 * that answers at once that nothing has changed. The limit is a bare client that does nothing but
 * ask the same provider.
 */
package dev.genhub.bench.poll;
