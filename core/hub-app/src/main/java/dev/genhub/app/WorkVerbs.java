package dev.genhub.app;

import dev.genhub.engine.call.PrepareCall;
import dev.genhub.engine.call.ReadCallFailure;
import dev.genhub.engine.call.ReadReply;
import dev.genhub.engine.callback.ReceiveCallback;
import dev.genhub.engine.content.AddressGuard;
import dev.genhub.engine.content.ClaimUnarchived;
import dev.genhub.engine.content.CopyResult;
import dev.genhub.engine.content.RecordCopy;
import dev.genhub.engine.dispatch.ClaimQueued;
import dev.genhub.engine.dispatch.ClaimUnknown;
import dev.genhub.engine.dispatch.DescribeSubmit;
import dev.genhub.engine.dispatch.FailUndescribed;
import dev.genhub.engine.dispatch.LaneRoom;
import dev.genhub.engine.dispatch.ReadLeaseTimes;
import dev.genhub.engine.dispatch.ReadSubmitReply;
import dev.genhub.engine.dispatch.RecordIntent;
import dev.genhub.engine.dispatch.RecordSubmitOutcome;
import dev.genhub.engine.dispatch.ResolveUnknown;
import dev.genhub.engine.dispatch.SubmittedRequests;
import dev.genhub.engine.dispatch.UnknownStore;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.polling.ClaimDueLooks;
import dev.genhub.engine.polling.DescribeStatusRead;
import dev.genhub.engine.polling.ReadStatusReply;
import dev.genhub.engine.polling.RecordTaskStatus;
import dev.genhub.engine.store.ReadRetentionTimes;
import dev.genhub.spi.Secrets;
import java.net.URI;
import java.util.Optional;

/** The verbs of the work behind the requests. */
final class WorkVerbs {
  private WorkVerbs() {}

  static void add(Verbs verbs, Parts parts, LaneRoom lanes, Resources resources) {
    verbs.add(new PrepareCall(), new ReadReply(), new ReadCallFailure());
    verbs.add("workers", parts.pools.workers());
    RecordTaskStatus recordTaskStatus =
        new RecordTaskStatus(
            parts.writers.looks(), parts.writers.settlements(), parts.pollTimes, parts.clock);
    addDispatch(verbs, parts, lanes);
    verbs.add(new FailUndescribed(parts.writers.settlements(), recordTaskStatus));
    addUnknown(verbs, parts);
    addPolling(verbs, parts, lanes);
    verbs.add(recordTaskStatus);
    verbs.add(
        new ReceiveCallback(
            parts.callbackTokens::generationOf,
            plugin -> secretsOf(parts, plugin),
            parts.adapters,
            parts.callbacks,
            parts.writers.arrivals(),
            parts.clock));
    addHousekeeping(verbs, parts, resources);
  }

  private static void addDispatch(Verbs verbs, Parts parts, LaneRoom lanes) {
    SubmittedRequests requests = new SubmittedRequests(parts.catalogue, parts.parents);
    verbs.add(
        new ClaimQueued(parts.catalogue, lanes, parts.dispatch),
        new DescribeSubmit(
            requests, parts.adapters, work -> callbackAddress(parts, work), parts.clock),
        new RecordIntent(parts.writers.intents()),
        new ReadSubmitReply(parts.adapters, requests),
        new RecordSubmitOutcome(
            parts.dispatch, parts.writers.settlements(), parts.dispatchPolicy, parts.pollTimes),
        new ReadLeaseTimes(parts.dispatchPolicy, parts.clock));
  }

  private static URI callbackAddress(Parts parts, ClaimedGeneration work) {
    return URI.create(
        parts.settings.publicUrl()
            + "/v1/callbacks/"
            + work.provider()
            + "/"
            + parts.callbackTokens.tokenFor(work.id()));
  }

  private static void addUnknown(Verbs verbs, Parts parts) {
    UnknownStore unknown =
        new UnknownStore(parts.workers, parts.dispatchPolicy.lease(), parts.clock);
    verbs.add(
        new ClaimUnknown(parts.catalogue, unknown),
        new ResolveUnknown(
            parts.callbacks,
            parts.adapters,
            parts.dispatch,
            unknown,
            parts.writers.settlements(),
            parts.clock));
  }

  private static void addPolling(Verbs verbs, Parts parts, LaneRoom lanes) {
    verbs.add(
        new ClaimDueLooks(parts.catalogue, lanes, parts.follow),
        new DescribeStatusRead(parts.adapters, parts.clock),
        new ReadStatusReply(parts.adapters));
  }

  private static Secrets secretsOf(Parts parts, String plugin) {
    return parts
        .catalogue
        .service(plugin)
        .map(service -> parts.pluginSettings.secrets(service.descriptor()))
        .orElse(name -> Optional.empty());
  }

  private static void addHousekeeping(Verbs verbs, Parts parts, Resources resources) {
    AddressGuard guard = new AddressGuard(parts.settings.allowPrivateAddresses());
    verbs.add(
        new ClaimUnarchived(parts.archive),
        new CopyResult(resources.add(FetchHttp.client(guard)), parts.media),
        new RecordCopy(parts.archive, parts.content, parts.media),
        new ReadRetentionTimes(parts.clock));
  }
}
