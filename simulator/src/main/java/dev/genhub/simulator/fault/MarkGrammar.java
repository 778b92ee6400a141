package dev.genhub.simulator.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the words are formed; the table in the module's README says the same to people. */
final class MarkGrammar {

  private static final Map<String, Fault> PLAIN =
      Map.ofEntries(
          Map.entry("fail", new Fault.End(Ending.FAILURE)),
          Map.entry("moderation", new Fault.End(Ending.CONTENT_REJECTED)),
          Map.entry("never-ends", new Fault.End(Ending.NEVER)),
          Map.entry("unknown-state", new Fault.End(Ending.UNKNOWN_STATE)),
          Map.entry("lost-callback", new Fault.Call(CallbackFault.LOST)),
          Map.entry("duplicate-callback", new Fault.Call(CallbackFault.DUPLICATE)),
          Map.entry("early-callback", new Fault.Call(CallbackFault.EARLY)),
          Map.entry("hasty-callback", new Fault.Call(CallbackFault.HASTY)),
          Map.entry("out-of-order-callback", new Fault.Call(CallbackFault.OUT_OF_ORDER)),
          Map.entry("forged-callback", new Fault.Call(CallbackFault.FORGED)),
          Map.entry("unsigned-callback", new Fault.Call(CallbackFault.FORGED_UNSIGNED)));

  private static final Pattern REFUSAL =
      Pattern.compile("(?:(status|file)-)?(?:(http|body)-)?([45]\\d\\d)");
  private static final Pattern DISTORTION =
      Pattern.compile("(lost|malformed|truncated|cut)-(answer|status|file)");
  private static final Pattern TAKEN = Pattern.compile("taken-(5\\d\\d)");
  private static final Pattern SLOW = Pattern.compile("slow(?:-(status|file))?");

  private static final int MOST_TIMES = 1_000_000;
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

  private MarkGrammar() {}

  static Mark read(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Optional<String> value =
        equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
    Optional<Fault> timed = timed(name, value);
    if (timed.isPresent()) {
      return new Mark(word, timed.get(), 0);
    }
    if (PLAIN.containsKey(name)) {
      if (value.isPresent()) {
        throw wrong(word, name + " takes no value");
      }
      return new Mark(word, PLAIN.get(name), 0);
    }
    Fault fault =
        counted(name).orElseThrow(() -> wrong(word, "there is no such word, see the README"));
    return new Mark(word, fault, value.map(text -> times(word, text)).orElse(0));
  }

  private static Optional<Fault> timed(String name, Optional<String> value) {
    if (name.equals("takes")) {
      return Optional.of(new Fault.Take(DurationText.parse(value.orElse(""))));
    }
    Matcher slow = SLOW.matcher(name);
    return slow.matches()
        ? Optional.of(new Fault.Delay(target(slow.group(1)), value.map(MarkGrammar::delay)))
        : Optional.empty();
  }

  private static Duration delay(String text) {
    Duration delay = DurationText.parse(text);
    if (delay.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException("slow=" + text + " is more than 5m");
    }
    return delay;
  }

  private static Optional<Fault> counted(String name) {
    Matcher taken = TAKEN.matcher(name);
    if (taken.matches()) {
      return Optional.of(new Fault.TakenError(Integer.parseInt(taken.group(1))));
    }
    Matcher distortion = DISTORTION.matcher(name);
    if (distortion.matches()) {
      return Optional.of(
          new Fault.Distort(
              target(distortion.group(2)), Distortion.valueOf(upper(distortion.group(1)))));
    }
    Matcher refusal = REFUSAL.matcher(name);
    return refusal.matches() ? Optional.of(refusal(refusal)) : Optional.empty();
  }

  private static Fault refusal(Matcher word) {
    Target target = target(word.group(1));
    // a file has no dialect
    Manner usual = target == Target.FILE ? Manner.HTTP : Manner.USUAL;
    Manner manner = word.group(2) == null ? usual : Manner.valueOf(upper(word.group(2)));
    return new Fault.Refuse(target, manner, Integer.parseInt(word.group(3)));
  }

  private static Target target(String word) {
    return word == null ? Target.ANSWER : Target.valueOf(upper(word));
  }

  private static String upper(String word) {
    return word.toUpperCase(java.util.Locale.ROOT);
  }

  private static int times(String word, String text) {
    if (!text.matches("\\d{1,6}") || Integer.parseInt(text) == 0) {
      throw wrong(word, "'" + text + "' is not a number of times from 1 to " + (MOST_TIMES - 1));
    }
    return Integer.parseInt(text);
  }

  private static IllegalArgumentException wrong(String word, String why) {
    return new IllegalArgumentException("[sim:" + word + "]: " + why);
  }
}
