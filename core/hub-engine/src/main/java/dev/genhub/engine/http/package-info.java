/**
 * The edge of the HTTP API: a request as a value, answers, and problems. Routes in {@code
 * routes/http} string the verbs together: {@code readRequest}, {@code authenticate}, the verbs of
 * the resource, {@code writeJson}.
 *
 * <p>The API is described in OpenAPI 3.1, one file for each area in the resource folder {@code
 * openapi}. A new area is a new file with its own {@code tags}, {@code paths} and {@code
 * components}, and a line in {@code index.txt}; references reach across files, as {@link
 * dev.genhub.engine.http.ApiDescription} puts them together. An operation's {@code operationId} is
 * the id of its route in camelCase.
 */
package dev.genhub.engine.http;
