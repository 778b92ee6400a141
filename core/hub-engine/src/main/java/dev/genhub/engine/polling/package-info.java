/**
 * Follows tasks at providers. Polls and callbacks feed the same state machine: a callback only
 * makes the next look come at once, unless its provider signs the body.
 */
package dev.genhub.engine.polling;
