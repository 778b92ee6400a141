package dev.genhub.testkit;

import java.util.Set;

/**
 * What providers usually do. Each is demanded of a plugin unless its author declares that the
 * provider lacks it; then its absence is tested.
 */
public enum Behaviour {
  /** Answers a submit with a task and tells its state later; without it, with the result. */
  TELLS_STATUS,
  /** Reports the end of a task to an address given with the submit. */
  SENDS_CALLBACKS,
  /** Signs its callbacks, be it only their time and task. */
  SIGNS_CALLBACKS,
  /** Signs the whole body, so that the hub may believe what a callback says. */
  SIGNS_CALLBACK_BODY,
  /** Has a call that tests a key without spending anything. */
  CHECKS_KEYS;

  /** Whether it is there, when these are not. */
  boolean among(Set<Behaviour> lacking) {
    boolean needs =
        switch (this) {
          case SIGNS_CALLBACKS -> SENDS_CALLBACKS.among(lacking);
          case SIGNS_CALLBACK_BODY -> SIGNS_CALLBACKS.among(lacking);
          case TELLS_STATUS, SENDS_CALLBACKS, CHECKS_KEYS -> true;
        };
    return needs && !lacking.contains(this);
  }
}
