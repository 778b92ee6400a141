package dev.genhub.engine.security;

import java.time.Instant;

/**
 * A token that was believed.
 *
 * @param until when it must be checked again
 */
record VerifiedToken(Caller caller, Instant until) {}
