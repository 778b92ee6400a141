package dev.genhub.simulator.family;

import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.task.Product;
import java.math.BigDecimal;

/**
 * What a request asks for.
 *
 * @param credits its price
 * @param prompt an empty text when there is none; then the parent's is used
 * @param parentId the task that it works on, or an empty text
 * @param callBackUrl an empty text when there is none
 */
public record Order(
    Product product, BigDecimal credits, String prompt, String parentId, String callBackUrl) {

  /** An order whose fields have the names that most families use. */
  public static Order of(Product product, int credits, Fields body) {
    return new Order(
        product,
        BigDecimal.valueOf(credits),
        body.text("prompt"),
        body.text("taskId"),
        body.text("callBackUrl"));
  }
}
