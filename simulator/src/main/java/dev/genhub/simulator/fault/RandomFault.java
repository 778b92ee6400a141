package dev.genhub.simulator.fault;

import java.util.random.RandomGenerator;

/** A fault that can be given a rate. */
public enum RandomFault {
  /** The task is made, and the connection ends without an answer. */
  LOST_ANSWER("lostAnswer", "lost-answer"),
  /** The answer to a submit takes its time. */
  SLOW("slow", "slow"),
  /** HTTP 429; no task is made. */
  HTTP_429("http429", "http-429"),
  /** HTTP 200 with the code 429; no task is made. */
  BODY_429("body429", "body-429"),
  /** HTTP 500 or 503, as chance will have it; no task is made. */
  HTTP_5XX("http5xx", "http-500", "http-503"),
  /** HTTP 200 with the code 455, maintenance; no task is made. */
  BODY_455("body455", "body-455"),
  /** The task fails. */
  FAILED("failed", "fail"),
  /** The task's callbacks are not sent. */
  LOST_CALLBACK("lostCallback", "lost-callback"),
  /** The task's last callback comes twice. */
  DUPLICATE_CALLBACK("duplicateCallback", "duplicate-callback");

  private final String key;
  private final String word;
  private final String otherWord;

  RandomFault(String key, String word) {
    this(key, word, word);
  }

  RandomFault(String key, String word, String otherWord) {
    this.key = key;
    this.word = word;
    this.otherWord = otherWord;
  }

  /** Its name in JSON. */
  public String key() {
    return key;
  }

  Mark mark(RandomGenerator chance) {
    return Mark.of(chance.nextBoolean() ? word : otherWord);
  }
}
