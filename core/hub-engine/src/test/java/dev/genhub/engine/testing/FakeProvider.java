package dev.genhub.engine.testing;

import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.CancelOutcome;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.Credential;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.LookupOutcome;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.PollSchedule;
import dev.genhub.spi.Price;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.SubmitRate;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A provider in memory. Its replies are JSON such as {@code {"id": "t-1"}} for a submit and {@code
 * {"state": "running", "progress": 40}} for a look.
 */
public final class FakeProvider implements ProviderAdapter {

  public static final String PROVIDER = "fake";
  public static final String PLUGIN = "fake-studio";

  /** Makes images; checks its parameters; can upscale what it made. */
  public static final String PAINTER = "painter";

  /** Makes videos; has a schedule of its own. */
  public static final String FILMER = "filmer";

  /** Makes music. */
  public static final String SINGER = "singer";

  public static final PollSchedule FILMER_SCHEDULE =
      new PollSchedule(Duration.ofSeconds(10), 2, Duration.ofSeconds(60), Duration.ofMinutes(10));

  private static final URI ADDRESS = URI.create("https://fake.test/");

  private static final String PAINTER_SCHEMA =
      """
      {"type": "object", "additionalProperties": false,
       "properties": {
         "aspectRatio": {"enum": ["1:1", "16:9"], "default": "1:1"},
         "stylization": {"type": "integer", "minimum": 0, "maximum": 1000},
         "strength": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
         "title": {"type": "string", "minLength": 2, "maxLength": 10},
         "style": {"type": "string"},
         "customMode": {"type": "boolean"},
         "imageUrl": {"type": "string", "pattern": "^https://"},
         "imageUrls": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 2},
         "imageIndex": {"type": "integer", "minimum": 0, "maximum": 3},
         "seeds": {"type": "integer"},
         "token": {"type": "string", "maxLength": 4, "enum": ["safe"], "writeOnly": true}},
       "if": {"properties": {"customMode": {"const": true}}, "required": ["customMode"]},
       "then": {"required": ["title"],
                "properties": {"style": {"enum": ["Jazz", "Classical"]}}}}
      """;

  /** What the next quotes say. */
  public volatile Price price = Price.ofCredits(new BigDecimal(8), new BigDecimal("0.005"));

  /** What {@link #check} finds. */
  public volatile List<Violation> violations = List.of();

  /** What {@link #check} finds in requests of a kind of task, besides. */
  public volatile Map<String, List<Violation>> refusals = Map.of();

  /** How callbacks are read. */
  public volatile Optional<CallbackReader> callbacks = Optional.of(new FakeCallbacks());

  /** How fast an account takes submits. */
  public volatile Optional<SubmitRate> rate = Optional.empty();

  /** How a lost submit's task is searched for. */
  public volatile Optional<HttpOperation<GenerationRequest, LookupOutcome>> lookup =
      Optional.empty();

  /** How a task is called off. */
  public volatile Optional<HttpOperation<TaskRef, CancelOutcome>> cancel = Optional.empty();

  /** Thrown by everything that describes or reads, while it is there. */
  public volatile Optional<RuntimeException> defect = Optional.empty();

  /** The plugin that serves this provider. */
  public InstalledPlugin installed() {
    return installed(PLUGIN, PROVIDER);
  }

  /** A plugin that serves this provider under another name. */
  public InstalledPlugin installed(String plugin, String provider) {
    PluginDescriptor descriptor =
        new PluginDescriptor(plugin, provider, "Fake Studio", provider, List.of(), ADDRESS);
    return new InstalledPlugin(
        plugin,
        "1.0.0",
        Optional.of(new InstalledPlugin.Service(descriptor, this)),
        Optional.empty());
  }

  @Override
  public List<ModelSpec> models() {
    return List.of(
        model(
            PAINTER,
            List.of("painter-6"),
            ContentType.IMAGE,
            List.of("text2img", "img2img", "upscale_image", "vary_image"),
            Json.parse(PAINTER_SCHEMA),
            Optional.empty()),
        model(
            FILMER,
            List.of(),
            ContentType.VIDEO,
            List.of("text2video"),
            open(),
            Optional.of(FILMER_SCHEDULE)),
        model(
            SINGER, List.of(), ContentType.MUSIC, List.of("text2music"), open(), Optional.empty()));
  }

  private static Json open() {
    return Json.parse("{\"type\": \"object\"}");
  }

  /** A model with a price list and an estimate that no test looks at. */
  public static ModelSpec model(
      String id,
      List<String> aliases,
      ContentType type,
      List<String> taskTypes,
      Json schema,
      Optional<PollSchedule> polling) {
    return new ModelSpec(
        id,
        aliases,
        type,
        taskTypes,
        schema,
        Json.parse("{\"credits\": 8}"),
        Duration.ofSeconds(45),
        polling);
  }

  @Override
  public String taskType(String model, Json parameters) {
    if (!model.equals(PAINTER)) {
      return model.equals(FILMER) ? "text2video" : "text2music";
    }
    return parameters.at("imageUrl").isPresent() ? "img2img" : "text2img";
  }

  @Override
  public List<Violation> check(GenerationRequest request) {
    return violations.isEmpty() ? refusals.getOrDefault(request.taskType(), List.of()) : violations;
  }

  @Override
  public Price quote(GenerationRequest request) {
    return price;
  }

  @Override
  public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
    return new Submit();
  }

  @Override
  public Optional<HttpOperation<TaskRef, TaskStatus>> status() {
    return Optional.of(new Status());
  }

  @Override
  public Optional<CallbackReader> callbacks() {
    return callbacks;
  }

  @Override
  public Optional<SubmitRate> submitRate() {
    return rate;
  }

  @Override
  public Optional<HttpOperation<GenerationRequest, LookupOutcome>> lookup() {
    return lookup;
  }

  @Override
  public Optional<HttpOperation<TaskRef, CancelOutcome>> cancel() {
    return cancel;
  }

  private void mayFail() {
    defect.ifPresent(
        failure -> {
          throw failure;
        });
  }

  private final class Submit implements HttpOperation<GenerationRequest, SubmitOutcome> {

    @Override
    public HttpCall describe(GenerationRequest request, CallContext context) {
      mayFail();
      Json body =
          Json.object()
              .put("model", request.model())
              .put("prompt", request.prompt())
              .put("parameters", request.parameters())
              .putText("parent", request.parent().map(parent -> parent.taskId()))
              .putText("callback", context.callback().map(URI::toString))
              .build();
      return HttpCall.post(ADDRESS.resolve("tasks"), body).withCredential(Credential.bearer());
    }

    @Override
    public SubmitOutcome interpret(GenerationRequest request, HttpReply reply) {
      mayFail();
      return reply
          .json()
          .at("id")
          .text()
          .<SubmitOutcome>map(SubmitOutcome.Accepted::new)
          .orElse(new SubmitOutcome.Unclear("no id in the answer"));
    }
  }

  private final class Status implements HttpOperation<TaskRef, TaskStatus> {

    @Override
    public HttpCall describe(TaskRef task, CallContext context) {
      mayFail();
      return HttpCall.get(ADDRESS.resolve("tasks/" + task.taskId().replace(" ", "-")))
          .withCredential(Credential.bearer());
    }

    @Override
    public TaskStatus interpret(TaskRef task, HttpReply reply) {
      mayFail();
      Function<String, TaskStatus> unknown = TaskStatus.Unrecognised::new;
      String state = reply.json().at("state").text().orElse("");
      return state.equals("running") ? TaskStatus.Running.unmeasured() : unknown.apply(state);
    }
  }
}
