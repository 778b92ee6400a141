/**
 * The one door to providers. An adapter's description becomes an HTTP message, the answer becomes a
 * {@link dev.genhub.engine.call.CallResult}, and everything that can go wrong on the way is told
 * apart by one question: can the provider have seen the call?
 */
package dev.genhub.engine.call;
