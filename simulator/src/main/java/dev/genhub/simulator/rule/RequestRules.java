package dev.genhub.simulator.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an address takes, strictly: unknown fields, wrong types, ranges, lengths and fields that do
 * not go together are refused. Fields are looked at in the order in which they were declared.
 */
public final class RequestRules {

  private record Field(FieldRule rule, boolean required) {}

  private record Refused(Predicate<Fields> when, String message) {}

  private final Map<String, Field> fields;
  private final List<Refused> combinations;
  private final List<Function<Fields, Optional<String>>> checks;

  private RequestRules(Builder builder) {
    this.fields = new LinkedHashMap<>(builder.fields);
    this.combinations = List.copyOf(builder.combinations);
    this.checks = List.copyOf(builder.checks);
  }

  /** Starts with no fields at all. */
  public static Builder of() {
    return new Builder();
  }

  /** What is wrong with a request; empty when nothing is. */
  public Optional<String> problem(Fields body) {
    return unknownField(body)
        .or(() -> wrongField(body))
        .or(() -> wrongCombination(body))
        .or(() -> checks.stream().flatMap(check -> check.apply(body).stream()).findFirst());
  }

  private Optional<String> unknownField(Fields body) {
    for (Iterator<String> names = body.body().fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!fields.containsKey(name)) {
        return Optional.of(
            "unknown field " + name + ", known are " + String.join(", ", fields.keySet()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> wrongField(Fields body) {
    return fields.entrySet().stream()
        .flatMap(entry -> check(entry.getKey(), entry.getValue(), body).stream())
        .findFirst();
  }

  private static Optional<String> check(String name, Field field, Fields body) {
    JsonNode value = body.body().path(name);
    boolean missing = !body.has(name) || (value.isTextual() && value.asText().isBlank());
    if (missing && field.required()) {
      return Optional.of("Please enter " + name + ".");
    }
    return body.has(name) ? field.rule().problem(name, value) : Optional.empty();
  }

  private Optional<String> wrongCombination(Fields body) {
    return combinations.stream()
        .filter(combination -> combination.when().test(body))
        .map(Refused::message)
        .findFirst();
  }

  /** Collects rules. */
  public static final class Builder {

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<Refused> combinations = new ArrayList<>();
    private final List<Function<Fields, Optional<String>>> checks = new ArrayList<>();

    private Builder() {}

    /** A field that must be there, and not blank. */
    public Builder required(String name, FieldRule rule) {
      fields.put(name, new Field(rule, true));
      return this;
    }

    /** A field that may be there. */
    public Builder optional(String name, FieldRule rule) {
      fields.put(name, new Field(rule, false));
      return this;
    }

    /** A combination of fields, each right by itself, that is refused. */
    public Builder refused(Predicate<Fields> when, String message) {
      combinations.add(new Refused(when, message));
      return this;
    }

    /** A check that words its refusals itself; the last to be made. */
    public Builder checked(Function<Fields, Optional<String>> check) {
      checks.add(check);
      return this;
    }

    /** The rules. */
    public RequestRules build() {
      return new RequestRules(this);
    }
  }
}
