/**
 * How many generations a user may ask for in a minute.
 *
 * <p>The count is kept by the statement that accepts the requests, in a row of the user that only
 * this statement changes: exact on any number of nodes, without a question to the database of its
 * own. A minute begins with the first request after the last one has ended. Only what is accepted
 * counts: a repeated post with its idempotency key, a request over the spending limit or one with a
 * mistake in it uses nothing up.
 *
 * <p>Every answer to an accepted request says what is left, in the header fields of
 * draft-ietf-httpapi-ratelimit-headers-06, the form that clients know: {@code RateLimit-Limit},
 * {@code RateLimit-Remaining}, {@code RateLimit-Reset} (seconds) and {@code RateLimit-Policy}.
 */
package dev.genhub.engine.limit;
