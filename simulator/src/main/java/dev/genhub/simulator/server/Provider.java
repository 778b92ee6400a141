package dev.genhub.simulator.server;

import dev.genhub.simulator.family.Family;
import dev.genhub.simulator.family.Submission;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A provider that the simulator stands in for. Implementations have no state. */
public interface Provider {

  /** Its name, for people. */
  String name();

  /** Under which path all its addresses are, with a slash at the end. */
  String basePath();

  /** How it words its answers. */
  Wording wording();

  /** Its families. */
  List<Family> families();

  /** The addresses that are not those of a family. */
  List<Endpoint> otherEndpoints(SimulatorContext context);

  /** All addresses. */
  default List<Endpoint> endpoints(SimulatorContext context) {
    List<Endpoint> endpoints = new ArrayList<>(otherEndpoints(context));
    for (Family family : families()) {
      endpoints.add(new RecordEndpoint(family, wording(), context));
      for (Submission submission : family.submissions()) {
        endpoints.add(new SubmitEndpoint(family, submission, wording(), context));
      }
    }
    return endpoints;
  }

  /** The key that a request was sent with; a bearer token, unless the provider has another way. */
  default Optional<String> key(MultiMap headers) {
    String scheme = "Bearer ";
    String authorization = headers.get("Authorization");
    return Optional.ofNullable(authorization)
        .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
        .map(value -> value.substring(scheme.length()).trim());
  }
}
