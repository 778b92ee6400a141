package dev.genhub.simulator.kie;

import java.util.Map;

/** What KIE.AI says by its codes (docs.kie.ai, getting started; where known, as recorded). */
public final class KieMessages {

  private static final Map<Integer, String> BY_CODE =
      Map.ofEntries(
          Map.entry(400, "Your prompt was flagged as violating content policies."),
          Map.entry(401, "You do not have access permissions"),
          Map.entry(402, "The current credits are insufficient. Please top up."),
          Map.entry(404, "The requested resource does not exist"),
          Map.entry(408, "Timeout: no result from upstream for 10 minutes"),
          Map.entry(413, "The request is too large"),
          Map.entry(422, "The request parameters failed validation"),
          Map.entry(429, "Your call frequency is too high. Please try again later."),
          Map.entry(451, "Failed to fetch the image"),
          Map.entry(455, "The service is currently undergoing maintenance"),
          Map.entry(500, "Server exception, please try again later"),
          Map.entry(501, "Generation failed"),
          Map.entry(505, "This feature is currently disabled"),
          Map.entry(550, "The task queue is full"));

  private KieMessages() {}

  /** The message of a code. */
  public static String of(int code) {
    return BY_CODE.getOrDefault(code, "Error " + code);
  }
}
