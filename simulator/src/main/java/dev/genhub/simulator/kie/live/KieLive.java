package dev.genhub.simulator.kie.live;

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

/** KIE.AI as published. */
public final class KieLive implements Provider {

  private static final Wording WORDING = new LiveWording();

  @Override
  public String name() {
    return "the live dialect of KIE.AI";
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
    return List.of(
        new MidjourneyLive(),
        new VeoLive(),
        new RunwayLive(),
        new AlephLive(),
        new SunoLive(),
        new FluxLive(),
        new FourOLive(),
        new LumaLive(),
        new MarketLive());
  }

  @Override
  public List<Endpoint> otherEndpoints(SimulatorContext context) {
    return List.of(
        new CreditEndpoint(context),
        new DownloadUrlEndpoint(WORDING, context),
        new FullHdEndpoint(
            WORDING,
            context,
            new Refusal(422, "Record does not exist"), // recorded 2026-07-03
            version -> JsonNodeFactory.instance.objectNode().put("resultUrl", version.fileUrl(0))),
        new UltraHdEndpoint(WORDING, context));
  }
}
