/**
 * What admins do with the plugins of a running hub: they list, install, stop, start and reload
 * them. Every change goes through {@link dev.genhub.engine.catalogue.PluginOperator}, which changes
 * the folder and what serves together, and is recorded in the audit log.
 */
package dev.genhub.engine.operator;
