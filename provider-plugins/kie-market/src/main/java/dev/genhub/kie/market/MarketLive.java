package dev.genhub.kie.market;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.KieApi;
import dev.genhub.kie.KieFamily;
import dev.genhub.kie.StateWords;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Jobs of the market (docs.kie.ai, market). Besides what every entry of a data file has, one of a
 * model of the market has
 *
 * <ul>
 *   <li>{@code market}: what the market calls it
 *   <li>{@code fields}: the market's names of parameters where they are not ours in snake case
 *   <li>{@code texts}: numbers that the market wants as text
 * </ul>
 */
final class MarketLive implements KieFamily {

  private static final Set<String> RUNNING = Set.of("waiting", "queuing", "generating");

  private final Map<String, Json> entries = new HashMap<>();

  /** Calls follow from the entries of a data file. */
  MarketLive(Json data) {
    data.at("models").items().forEach(entry -> entries.put(id(entry), entry));
    entries.forEach((id, entry) -> MarketModel.requireUsable(entry));
  }

  static String id(Json entry) {
    return entry.at("id").text().orElse("");
  }

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    MarketModel model = new MarketModel(entries.get(request.model()));
    Json.ObjectBuilder body =
        Json.object().put("model", model.name()).put("input", model.input(request));
    return api.submit("/api/v1/jobs/createTask", body, context);
  }

  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return api.getTask("/api/v1/jobs/recordInfo", task.taskId());
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    ContentType type = Artifacts.madeBy(task.taskType());
    TaskStatus status = StateWords.read(record, RUNNING, done -> results(done, type));
    return status instanceof TaskStatus.Succeeded done
        ? new TaskStatus.Succeeded(done.artifacts(), credits(record))
        : status;
  }

  /** The results are a document in a text; some videos come with their first frame. */
  private static List<Artifact> results(Json record, ContentType type) {
    Json result = record.at("resultJson").unwrapped();
    Json frame = result.at("firstFrameUrl").at(0);
    return Artifacts.files(type, result.at("resultUrls")).stream()
        .map(artifact -> artifact.withThumbnail(Artifacts.address(frame)))
        .toList();
  }

  private static Optional<BigDecimal> credits(Json record) {
    return record.at("creditsConsumed").number().filter(credits -> credits.signum() >= 0);
  }
}
