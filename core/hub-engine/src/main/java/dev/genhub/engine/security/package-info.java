/**
 * Who is calling, and in whose name statements run.
 *
 * <p>Every route of the API begins with {@link dev.genhub.engine.security.Authenticate}. A user
 * calls with a JWT of the app's identity provider, checked by {@link
 * dev.genhub.engine.security.TokenVerifier}; a back end calls with an app token and says for which
 * of its users. Routes of admins go on with {@link dev.genhub.engine.security.RequireAdmin}.
 */
package dev.genhub.engine.security;
