package dev.genhub.engine.dispatch;

/**
 * How much more work of a kind this node can take for a plugin. Each plugin has lanes of its own,
 * so that one that hangs never holds up another.
 */
@FunctionalInterface
public interface LaneRoom {

  /**
   * The free places, zero or more.
   *
   * @param lane {@code submit} or {@code follow}
   */
  int free(String lane, String plugin);
}
