package dev.genhub.testkit;

import dev.genhub.spi.CallBody;
import dev.genhub.spi.Credential;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what was recorded with what an adapter did, and tells the difference. */
final class Expectation {

  /** Compared only where a case gives them. */
  private static final Set<String> FREE_TEXT = Set.of("message", "detail", "what");

  private static final Set<String> FREE_IN_CALLS = Set.of("credential", "resend");

  private Expectation() {}

  static void requireOutcome(Json expected, Json actual) {
    require("the recorded outcome", expected, withoutUnasked(actual, expected, FREE_TEXT));
  }

  static void requireCall(Json expected, HttpCall call) {
    require("the recorded call", expected, withoutUnasked(of(call), expected, FREE_IN_CALLS));
  }

  private static void require(String what, Json expected, Json actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(
          what + " is\n  " + expected + "\nbut the adapter says\n  " + actual + "\n");
    }
  }

  private static Json of(HttpCall call) {
    Json.ObjectBuilder out = Json.object();
    out.put("method", call.method().name()).put("uri", call.uri().toString());
    if (!call.headers().isEmpty()) {
      Json.ObjectBuilder headers = Json.object();
      call.headers().forEach(headers::put);
      out.put("headers", headers.build());
    }
    if (call.body() instanceof CallBody.JsonText body) {
      out.put("body", Json.parse(body.text()));
    }
    out.put("credential", of(call.credential()));
    return out.put("resend", call.resend().name()).build();
  }

  private static String of(Credential credential) {
    return credential instanceof Credential.KeyHeader place
        ? place.header() + ": " + place.prefix() + "{key}"
        : "none";
  }

  private static Json withoutUnasked(Json actual, Json expected, Set<String> free) {
    if (actual.isArray()) {
      List<Json> items = new ArrayList<>();
      for (int i = 0; i < actual.items().size(); i++) {
        items.add(withoutUnasked(actual.at(i), expected.at(i), free));
      }
      return Json.array(items);
    }
    if (!actual.isObject()) {
      return actual;
    }
    Map<String, Json> fields = new LinkedHashMap<>();
    actual
        .fields()
        .forEach(
            (name, value) -> {
              if (!free.contains(name) || !expected.at(name).equals(Json.MISSING)) {
                fields.put(name, withoutUnasked(value, expected.at(name), free));
              }
            });
    return Json.object(fields);
  }
}
