package dev.genhub.testkit;

import dev.genhub.spi.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks through a document and changes one place of it. */
final class JsonTree {

  private JsonTree() {}

  /** A place: field names and array indexes from the root. */
  record Place(List<String> steps) {

    Json in(Json document) {
      Json value = document;
      for (String step : steps) {
        // another document may have an object where this one has an array
        boolean index = value.isArray() && step.matches("\\d+");
        value = index ? value.at(Integer.parseInt(step)) : value.at(step);
      }
      return value;
    }

    private Place then(String step) {
      List<String> longer = new ArrayList<>(steps);
      longer.add(step);
      return new Place(List.copyOf(longer));
    }

    @Override
    public String toString() {
      return "/" + String.join("/", steps);
    }
  }

  /** Every place of a document, the root first. */
  static List<Place> places(Json document) {
    List<Place> found = new ArrayList<>();
    walk(document, new Place(List.of()), found);
    return found;
  }

  private static void walk(Json value, Place at, List<Place> found) {
    found.add(at);
    value.fields().forEach((name, field) -> walk(field, at.then(name), found));
    for (int i = 0; i < value.items().size(); i++) {
      walk(value.at(i), at.then(String.valueOf(i)), found);
    }
  }

  /** The document with another value in a place. */
  static Json replace(Json document, Place place, Json value) {
    return replace(document, place.steps(), value);
  }

  private static Json replace(Json document, List<String> steps, Json value) {
    if (steps.isEmpty()) {
      return value;
    }
    String first = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    if (document.isArray()) {
      List<Json> items = new ArrayList<>(document.items());
      int index = Integer.parseInt(first);
      items.set(index, replace(items.get(index), rest, value));
      return Json.array(items);
    }
    Map<String, Json> fields = new LinkedHashMap<>(document.fields());
    fields.put(first, replace(document.at(first), rest, value));
    return Json.object(fields);
  }
}
