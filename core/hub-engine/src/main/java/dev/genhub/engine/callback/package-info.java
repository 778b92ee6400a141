/**
 * Callbacks of providers: stored before they are answered, matched by the token in their address,
 * believed only as far as their signature goes.
 */
package dev.genhub.engine.callback;
