package dev.genhub.simulator.kie.guide;

import static dev.genhub.simulator.rule.FieldRule.oneOfNumbers;
import static dev.genhub.simulator.rule.FieldRule.text;
import static dev.genhub.simulator.rule.FieldRule.url;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.Order;
import dev.genhub.simulator.family.Submission;
import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.rule.RequestRules;
import dev.genhub.simulator.task.Product;
import dev.genhub.simulator.task.Snapshot;
import java.util.List;

/**
 * Runway (integration guide, Runway API). The guide gives neither prices nor a way to read a task:
 * the prices are those of the live API, the address is like that of the other families.
 */
final class RunwayGuide extends GuideFamily {

  private static final RequestRules RULES =
      RequestRules.of()
          .required("prompt", text(5000))
          .optional("imageUrl", url())
          .optional("duration", oneOfNumbers(5, 10))
          .optional("model", text(40))
          .optional("callBackUrl", url())
          .build();

  private static final RequestRules EXTEND_RULES =
      RequestRules.of()
          .required("taskId", text(100))
          .required("additionalSeconds", oneOfNumbers(5, 10))
          .optional("callBackUrl", url())
          .build();

  @Override
  public String name() {
    return "runway";
  }

  @Override
  public List<Submission> submissions() {
    return List.of(
        new Submission("/api/v1/runway/generate", RULES, RunwayGuide::order),
        new Submission("/api/v1/runway/extend", EXTEND_RULES, RunwayGuide::order));
  }

  private static Order order(Fields body) {
    return Order.of(Product.videos(1, ""), seconds(body) == 10 ? 30 : 12, body);
  }

  private static int seconds(Fields body) {
    return (int) Math.max(5, body.number("duration") + body.number("additionalSeconds"));
  }

  @Override
  public String recordPath() {
    return "/api/v1/runway/record-info";
  }

  @Override
  void addResult(ObjectNode answer, Snapshot task) {
    answer.put("videoUrl", task.fileUrl(0)).put("thumbnailUrl", task.thumbnailUrl());
    answer.put("duration", seconds(task.request())).put("resolution", "720p");
  }
}
