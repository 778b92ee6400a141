package dev.genhub.simulator.kie.guide;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.genhub.simulator.family.Family;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.kie.CreditEndpoint;
import dev.genhub.simulator.kie.DownloadUrlEndpoint;
import dev.genhub.simulator.kie.FullHdEndpoint;
import dev.genhub.simulator.server.Endpoint;
import dev.genhub.simulator.server.Provider;
import dev.genhub.simulator.server.SimulatorContext;
import dev.genhub.simulator.server.Wording;
import java.util.List;

/** KIE.AI as the integration guide has it. */
public final class KieGuide implements Provider {

  private static final Wording WORDING = new GuideWording();

  @Override
  public String name() {
    return "the guide dialect of KIE.AI";
  }

  @Override
  public String basePath() {
    return "/api/v1/";
  }

  @Override
  public Wording wording() {
    return WORDING;
  }

  @Override
  public List<Family> families() {
    return List.of(new MidjourneyGuide(), new VeoGuide(), new RunwayGuide(), new SunoGuide());
  }

  @Override
  public List<Endpoint> otherEndpoints(SimulatorContext context) {
    return List.of(
        new CreditEndpoint(context),
        new DownloadUrlEndpoint(WORDING, context),
        new FullHdEndpoint(
            WORDING,
            context,
            new Refusal(404, "There is no such video"),
            // the guide shows no answer; assumed to be a record of the same form
            version ->
                JsonNodeFactory.instance
                    .objectNode()
                    .put("taskId", version.task().parentId())
                    .put("status", "completed")
                    .put("videoUrl", version.fileUrl(0))
                    .put("resolution", "1080p")));
  }
}
