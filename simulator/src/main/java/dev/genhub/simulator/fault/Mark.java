package dev.genhub.simulator.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * A word that asks for a fault.
 *
 * @param word as it was written, such as {@code http-429=2}
 * @param times how many times it applies; 0 means every time
 */
public record Mark(String word, Fault fault, int times) {

  /**
   * Reads a word.
   *
   * @throws IllegalArgumentException if there is no such word; the message says what is wrong
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Mark of(String word) {
    return MarkGrammar.read(word);
  }

  @JsonValue
  @Override
  public String word() {
    return word;
  }

  /** The fault, if it is of a kind. */
  public <F extends Fault> Optional<F> as(Class<F> kind) {
    return kind.isInstance(fault) ? Optional.of(kind.cast(fault)) : Optional.empty();
  }
}
