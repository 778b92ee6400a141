package dev.genhub.simulator.openai;

import dev.genhub.simulator.family.Family;
import dev.genhub.simulator.family.Submission;
import dev.genhub.simulator.server.Endpoint;
import dev.genhub.simulator.server.Provider;
import dev.genhub.simulator.server.SimulatorContext;
import dev.genhub.simulator.server.SubmitEndpoint;
import dev.genhub.simulator.server.Wording;
import java.util.ArrayList;
import java.util.List;

/** OpenAI's image models, under {@code /openai/v1}. */
public final class OpenAi implements Provider {

  private static final Wording WORDING = new OpenAiWording();

  @Override
  public String name() {
    return "OpenAI";
  }

  @Override
  public String basePath() {
    return "/openai/v1/";
  }

  @Override
  public Wording wording() {
    return WORDING;
  }

  /** None: its tasks are not followed, and nothing calls back. */
  @Override
  public List<Family> families() {
    return List.of();
  }

  @Override
  public List<Endpoint> otherEndpoints(SimulatorContext context) {
    List<Endpoint> endpoints = new ArrayList<>();
    endpoints.add(new ModelsEndpoint());
    for (Submission submission : Images.SUBMISSIONS) {
      endpoints.add(
          new SubmitEndpoint(
              "openai-images", submission, WORDING, context, new PicturesAtOnce(context, WORDING)));
    }
    return endpoints;
  }
}
