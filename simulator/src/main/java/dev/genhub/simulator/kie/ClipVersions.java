package dev.genhub.simulator.kie;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.genhub.simulator.account.Account;
import dev.genhub.simulator.family.Order;
import dev.genhub.simulator.fault.Marks;
import dev.genhub.simulator.server.NewTask;
import dev.genhub.simulator.server.SimulatorContext;
import dev.genhub.simulator.task.Fate;
import dev.genhub.simulator.task.Product;
import dev.genhub.simulator.task.SimTask;
import dev.genhub.simulator.task.Snapshot;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Larger versions of Veo clips. A version is a task of its own that is ordered once and has no
 * record.
 */
public final class ClipVersions {

  private static final String CLIPS = "veo";

  private final SimulatorContext context;
  private final String resolution;
  private final int credits;

  /** Versions of a resolution, at a price each. */
  public ClipVersions(SimulatorContext context, String resolution, int credits) {
    this.context = context;
    this.resolution = resolution;
    this.credits = credits;
  }

  /** An account's clip as it stands now; empty when there is none, and for one that failed. */
  public Optional<Snapshot> clip(Account account, String id) {
    return context
        .tasks()
        .find(account, CLIPS, id)
        .map(context.tasks()::now)
        .filter(clip -> !clip.failed());
  }

  /** The version of a clip as it stands now, if it was ordered. */
  public Optional<Snapshot> of(SimTask clip) {
    return context.tasks().followUp(family(), clip).map(context.tasks()::now);
  }

  /** Orders the version of a clip; empty when the account has too few credits. */
  public Future<Optional<Snapshot>> order(SimTask clip, Account account, Instant begin) {
    Product product = Product.videos(1, clip.product().aspectRatio());
    String prompt = clip.prompt() + " (" + resolution + ")";
    Order order = new Order(product, BigDecimal.valueOf(credits), prompt, clip.id(), "");
    return context
        .tasks()
        .make(
            new NewTask(
                account,
                family(),
                order,
                JsonNodeFactory.instance.objectNode().put("taskId", clip.id()),
                begin,
                context.durations().fullHd(),
                Fate.of(Marks.NONE)))
        .map(made -> made.map(context.tasks()::now));
  }

  private String family() {
    return CLIPS + "-" + resolution;
  }
}
