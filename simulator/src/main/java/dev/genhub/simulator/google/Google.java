package dev.genhub.simulator.google;

import dev.genhub.simulator.family.Family;
import dev.genhub.simulator.server.Endpoint;
import dev.genhub.simulator.server.Provider;
import dev.genhub.simulator.server.SimulatorContext;
import dev.genhub.simulator.server.Wording;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;

/** Google's media models, under {@code /google/v1beta}. */
public final class Google implements Provider {

  private static final Wording WORDING = new GoogleWording();

  @Override
  public String name() {
    return "Google";
  }

  @Override
  public String basePath() {
    return "/google/v1beta/";
  }

  @Override
  public Wording wording() {
    return WORDING;
  }

  @Override
  public List<Family> families() {
    return List.of(new Interactions());
  }

  @Override
  public List<Endpoint> otherEndpoints(SimulatorContext context) {
    return List.of(new ModelsEndpoint(), new FileEndpoint(context, WORDING));
  }

  @Override
  public Optional<String> key(MultiMap headers) {
    return Optional.ofNullable(headers.get("x-goog-api-key"));
  }
}
