package dev.genhub.kie;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.ParentTask;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.Optional;
import java.util.Set;

/**
 * What follow-ups work on: for each, {@code of} names the kinds of task that its parent may be, and
 * {@code anyModel} lets it be made with another model of the plugin than its parent. KIE.AI itself
 * takes any parent, and fails later.
 *
 * @param models the plugin's
 */
record ParentRules(Json rules, Set<String> models) {

  Optional<Violation> check(GenerationRequest request) {
    return request.parent().flatMap(parent -> check(request, parent));
  }

  private Optional<Violation> check(GenerationRequest request, ParentTask parent) {
    Json rule = rules.at(request.taskType());
    Json kinds = rule.at("of");
    boolean sameModel = request.model().equals(parent.model());
    if (!models.contains(parent.model())
        || !kinds.items().contains(Json.of(parent.taskType()))
        || !(sameModel || rule.at("anyModel").flag().orElse(false))) {
      String made = "the parent is " + parent.taskType() + " of '" + parent.model() + "'; ";
      String model = sameModel ? "" : " of '" + request.model() + "'";
      return Optional.of(
          new Violation("/parentId", made + request.taskType() + " works on " + kinds + model));
    }
    return Optional.empty();
  }
}
