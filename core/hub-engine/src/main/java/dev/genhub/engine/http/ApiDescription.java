package dev.genhub.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the API can do, as its OpenAPI document says it. Immutable, safe for use by many threads.
 *
 * <p>The hub asks it when no route serves a request: an address that takes other methods is
 * answered 405, an address that is not described 404.
 */
public final class ApiDescription {

  /** The members of a path item that are operations (OpenAPI 3.1.0, 4.8.9). */
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /**
   * An operation of the API.
   *
   * @param id its {@code operationId}: the id of its route, in camelCase
   * @param method in capitals
   * @param path with its variable parts in braces, for example {@code /v1/keys/{id}}
   */
  public record Operation(String id, String method, String path) {
    public Operation {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(path, "path");
    }
  }

  private record Address(Pattern called, Set<String> methods) {}

  private final ObjectNode document;
  private final List<Operation> operations = new ArrayList<>();
  private final List<Address> addresses = new ArrayList<>();

  /**
   * Reads the description that stands beside this class.
   *
   * @throws IllegalStateException if it is broken, with the file and what is wrong
   */
  public static ApiDescription load() {
    return new ApiDescription(DescriptionFiles.merged());
  }

  ApiDescription(ObjectNode document) {
    this.document = document.deepCopy();
    this.document.path("paths").properties().forEach(it -> add(it.getKey(), it.getValue()));
    requireDistinctIds();
  }

  private void add(String path, JsonNode item) {
    Set<String> methods = new HashSet<>();
    for (Map.Entry<String, JsonNode> member : item.properties()) {
      if (METHODS.contains(member.getKey())) {
        String method = member.getKey().toUpperCase(Locale.ROOT);
        methods.add(method);
        operations.add(new Operation(member.getValue().path("operationId").asText(), method, path));
      }
    }
    addresses.add(new Address(pattern(path), methods));
  }

  /** A variable part is one segment of the path and never empty. */
  private static Pattern pattern(String path) {
    return Pattern.compile(
        Stream.of(path.split("/", -1))
            .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
            .collect(Collectors.joining("/")));
  }

  private void requireDistinctIds() {
    Set<String> seen = new HashSet<>();
    for (Operation operation : operations) {
      if (operation.id().isEmpty() || !seen.add(operation.id())) {
        throw new IllegalStateException(
            "the operationId '"
                + operation.id()
                + "' of "
                + operation.method()
                + " "
                + operation.path()
                + " must be there and be used once");
      }
    }
  }

  /** Every operation, in the order of the document. */
  public List<Operation> operations() {
    return Collections.unmodifiableList(operations);
  }

  /**
   * The methods that an address takes.
   *
   * @param path as called, without query, for example {@code /v1/keys/019b8d99-…}
   * @return in capitals and in alphabetical order; empty for an address that is not described
   */
  public Set<String> methodsAt(String path) {
    Set<String> methods = new TreeSet<>();
    for (Address address : addresses) {
      if (address.called().matcher(path).matches()) {
        methods.addAll(address.methods());
      }
    }
    return Collections.unmodifiableSet(methods);
  }

  /** The OpenAPI document of a hub that is reached at an address; a copy of the caller's own. */
  ObjectNode document(URI publicUrl) {
    ObjectNode copy = document.deepCopy();
    copy.putArray("servers")
        .addObject()
        .put("url", publicUrl.toString())
        .put("description", "This hub");
    return copy;
  }
}
