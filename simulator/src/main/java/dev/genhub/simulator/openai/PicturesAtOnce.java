package dev.genhub.simulator.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.fault.Ending;
import dev.genhub.simulator.fault.Marks;
import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.server.Answer;
import dev.genhub.simulator.server.SimulatorContext;
import dev.genhub.simulator.server.Taken;
import dev.genhub.simulator.server.Wording;
import dev.genhub.simulator.task.Medium;
import dev.genhub.simulator.task.SimTask;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Answers a submit with its pictures, when they are made. */
final class PicturesAtOnce implements Taken {

  private static final Duration FOR_EVER = Duration.ofHours(1);

  private final SimulatorContext context;
  private final Wording wording;

  PicturesAtOnce(SimulatorContext context, Wording wording) {
    this.context = context;
    this.wording = wording;
  }

  @Override
  public Duration delay(SimTask task) {
    return task.fate().ending() == Ending.NEVER ? FOR_EVER : task.duration();
  }

  @Override
  public Future<Answer> answer(SimTask task) {
    Future<Answer> answer =
        switch (task.fate().ending()) {
          case FAILURE ->
              Future.succeededFuture(wording.refusal(new Refusal(500, "The server had an error.")));
          case CONTENT_REJECTED ->
              Future.succeededFuture(
                  wording.refusal(new Refusal(400, "Rejected by the safety system.")));
          case UNKNOWN_STATE -> Future.succeededFuture(Answer.json(200, body(task, List.of())));
          case SUCCESS, NEVER -> pictures(task).map(files -> Answer.json(200, body(task, files)));
        };
    return answer.map(it -> it.withHeader("X-Request-Id", "req_" + task.id()));
  }

  private Future<List<Buffer>> pictures(SimTask task) {
    List<Future<Buffer>> files = new ArrayList<>();
    for (int number = 0; number < task.product().count(); number++) {
      String text = Marks.without(task.prompt()) + (number == 0 ? "" : " #" + number);
      files.add(context.files().file(text, Medium.IMAGE, task.product().aspectRatio()));
    }
    return Future.all(files).map(made -> made.<Buffer>list());
  }

  private static ObjectNode body(SimTask task, List<Buffer> files) {
    Fields request = new Fields(task.request());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("created", task.endsAt().getEpochSecond());
    ArrayNode data = body.putArray("data");
    for (Buffer file : files) {
      data.addObject().put("b64_json", Base64.getEncoder().encodeToString(file.getBytes()));
    }
    body.put("background", "opaque").put("output_format", "png");
    body.put("quality", request.text("quality", "medium"));
    body.put("size", request.text("size", "auto").replace("auto", "1024x1024"));
    addUsage(body.putObject("usage"), request);
    return body;
  }

  /** Assumed: four characters are a token, and a source picture is a thousand. */
  private static void addUsage(ObjectNode usage, Fields request) {
    int text = 1 + request.text("prompt").length() / 4;
    int images = 1000 * request.size("images");
    int output = Images.outputTokens(request);
    usage.put("total_tokens", text + images + output);
    usage.put("input_tokens", text + images).put("output_tokens", output);
    usage.putObject("input_tokens_details").put("text_tokens", text).put("image_tokens", images);
  }
}
