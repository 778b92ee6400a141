package dev.genhub.engine.catalogue;

import dev.genhub.engine.plugin.InstalledPlugin;

/** What came of an operator's wish for a plugin. */
public sealed interface PluginChange {

  /**
   * It is done.
   *
   * @param plugin as it is now
   * @param sha256 of its jar, in hexadecimal
   */
  record Done(InstalledPlugin plugin, String sha256) implements PluginChange {}

  /** There is no plugin of that id. */
  record NotThere() implements PluginChange {}

  /**
   * The plugin is in a state in which this cannot be.
   *
   * @param why for the operator
   */
  record OutOfPlace(String why) implements PluginChange {}

  /**
   * The jar cannot be used; what served before goes on.
   *
   * @param why for the operator, as it goes on after the jar's name
   */
  record Refused(String why) implements PluginChange {}
}
