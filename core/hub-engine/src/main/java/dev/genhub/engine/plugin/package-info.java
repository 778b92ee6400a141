/**
 * Loads provider plugins. The only package that knows PF4J: the rest of the engine sees {@link
 * dev.genhub.engine.plugin.InstalledPlugin}s.
 */
package dev.genhub.engine.plugin;
