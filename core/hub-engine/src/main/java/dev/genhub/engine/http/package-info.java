/**
 * The edge of the HTTP API: a request as a value, answers, and problems. Routes in {@code
 * routes/http} string the verbs together: {@code readRequest}, {@code authenticate}, the verbs of
 * the resource, {@code writeJson}.
 */
package dev.genhub.engine.http;
