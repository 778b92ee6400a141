/**
 * Loads provider plugins and keeps the hub safe from them. The only package that knows PF4J: the
 * rest of the engine sees {@link dev.genhub.engine.plugin.InstalledPlugin}s.
 *
 * <p>{@link dev.genhub.engine.plugin.PluginRuntime} takes up one jar: it copies it, checks its
 * manifest and its signature, starts it, and asks once what it can do. From then on a plugin's code
 * runs on the plugin's own few threads only, each call bounded in time and in the size of its
 * answer. So a plugin that throws, hangs or answers nonsense fails the call at hand and nothing
 * else, and one that is unloaded leaves nothing behind in the hub's threads.
 */
package dev.genhub.engine.plugin;
