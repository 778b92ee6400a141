package dev.genhub.engine.plugin;

import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a call of a plugin's code came to. Made on the plugin's thread, whatever is thrown there, as
 * even the message of an exception is code of the plugin.
 *
 * @param value null when the call failed
 * @param reason why it failed, in the hub's words, as users may see it
 * @param details the same with the plugin's words, for the log
 */
record Answer<T>(T value, String reason, String details) {

  private static final Logger LOG = LoggerFactory.getLogger(Answer.class);
  private static final int LONGEST = 300;

  /** Runs the code. */
  static <T> Answer<T> of(Callable<T> code) {
    try {
      T value = code.call();
      return value == null ? failed("it answered null", "") : new Answer<>(value, "", "");
    } catch (ResultTooLargeException excess) {
      return failed(excess.getMessage(), "");
    } catch (Throwable thrown) {
      return failed("it threw " + thrown.getClass().getSimpleName(), words(thrown));
    }
  }

  private static <T> Answer<T> failed(String reason, String words) {
    return new Answer<>(null, reason, words.isEmpty() ? reason : words);
  }

  private static String words(Throwable thrown) {
    try {
      LOG.debug("a plugin failed", thrown);
      String text = String.valueOf(thrown).lines().findFirst().orElse("");
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    } catch (Throwable unspeakable) {
      return "it threw " + thrown.getClass().getName();
    }
  }
}
