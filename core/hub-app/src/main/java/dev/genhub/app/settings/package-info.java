/**
 * What the operator sets. Values stand in {@code config/application.properties}; an environment
 * variable overrides each ({@code genhub.http.port} by {@code GENHUB_HTTP_PORT}), and the command
 * line overrides both. They are read once, at the start; a wrong one stops the start with one line
 * that names the setting, its value and what is allowed.
 */
package dev.genhub.app.settings;
