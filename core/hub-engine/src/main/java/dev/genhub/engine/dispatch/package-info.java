/**
 * Sends generations to providers, each at most once. The order of commits is what keeps the
 * promise: the claim, then the intent, then the call, then its outcome. A process that dies before
 * the intent leaves work that another node may take; one that dies after it leaves work that nobody
 * sends again.
 */
package dev.genhub.engine.dispatch;
