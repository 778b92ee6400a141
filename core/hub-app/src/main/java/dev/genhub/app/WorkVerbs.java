package dev.genhub.app;

import dev.genhub.engine.call.PrepareCall;
import dev.genhub.engine.call.ReadCallFailure;
import dev.genhub.engine.call.ReadReply;
import dev.genhub.engine.callback.ReceiveCallback;
import dev.genhub.engine.content.AddressGuard;
import dev.genhub.engine.content.ClaimUnarchived;
import dev.genhub.engine.content.CopiesUnderWay;
import dev.genhub.engine.content.CopyResult;
import dev.genhub.engine.content.ExpireContent;
import dev.genhub.engine.content.ProlongCopies;
import dev.genhub.engine.content.RecordCopy;
import dev.genhub.engine.dispatch.CallOffStore;
import dev.genhub.engine.dispatch.ClaimCallOffs;
import dev.genhub.engine.dispatch.ClaimQueued;
import dev.genhub.engine.dispatch.ClaimUnknown;
import dev.genhub.engine.dispatch.DescribeCallOff;
import dev.genhub.engine.dispatch.DescribeLookup;
import dev.genhub.engine.dispatch.DescribeSubmit;
import dev.genhub.engine.dispatch.FailUndescribed;
import dev.genhub.engine.dispatch.HoldWork;
import dev.genhub.engine.dispatch.LaneRoom;
import dev.genhub.engine.dispatch.ProlongLeases;
import dev.genhub.engine.dispatch.ReadLeaseTimes;
import dev.genhub.engine.dispatch.ReadLookupReply;
import dev.genhub.engine.dispatch.ReadSubmitReply;
import dev.genhub.engine.dispatch.RecordCallOff;
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
import dev.genhub.engine.polling.TakeDecisiveCallback;
import dev.genhub.engine.store.ReadRetentionTimes;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.Secrets;
import java.net.URI;
import java.util.Optional;

/** The verbs of the work behind the requests. */
final class WorkVerbs {
  private WorkVerbs() {}

  static void add(Verbs verbs, Parts parts, LaneRoom lanes, Resources resources) {
    verbs.add(new PrepareCall(), new ReadReply(), new ReadCallFailure());
    verbs.add("workers", parts.pools.workers());
    RecordTaskStatus statuses =
        new RecordTaskStatus(
            parts.writers.looks(), parts.writers.settlements(), parts.pollTimes, parts.clock);
    addDispatch(verbs, parts, lanes, statuses);
    addPolling(verbs, parts, lanes, statuses);
    verbs.add(
        new ReceiveCallback(
            parts.callbackTokens::generationOf,
            plugin -> secretsOf(parts, plugin),
            parts.adapters,
            parts.callbacks,
            parts.writers.arrivals(),
            parts.pulse,
            parts.clock));
    addHousekeeping(verbs, parts, resources);
  }

  private static void addDispatch(
      Verbs verbs, Parts parts, LaneRoom lanes, RecordTaskStatus statuses) {
    SubmittedRequests requests = new SubmittedRequests(parts.catalogue, parts.parents);
    verbs.add(
        new ClaimQueued(parts.catalogue, lanes, parts.submitRates, parts.dispatch, parts.held),
        new HoldWork(parts.held),
        new ProlongLeases(parts.held, parts.dispatch),
        new DescribeSubmit(
            requests, parts.adapters, work -> callbackAddress(parts, work), parts.clock),
        new RecordIntent(parts.writers.intents(), parts.held),
        new ReadSubmitReply(parts.adapters, requests),
        new RecordSubmitOutcome(
            parts.dispatch,
            parts.writers.taken(),
            parts.writers.settlements(),
            parts.dispatchPolicy,
            parts.pollTimes,
            parts.clock,
            parts.meters),
        new FailUndescribed(parts.writers.settlements(), statuses),
        new ReadLeaseTimes(parts.dispatchPolicy, parts.clock));
    addUnknown(verbs, parts, requests);
    addCallOff(verbs, parts);
  }

  private static URI callbackAddress(Parts parts, ClaimedGeneration work) {
    return URI.create(
        parts.settings.publicUrl()
            + "/v1/callbacks/"
            + work.provider()
            + "/"
            + parts.callbackTokens.tokenFor(work.id()));
  }

  private static void addUnknown(Verbs verbs, Parts parts, SubmittedRequests requests) {
    UnknownStore unknown =
        new UnknownStore(parts.workers, parts.dispatchPolicy.lease(), parts.clock);
    verbs.add(
        new ClaimUnknown(parts.catalogue, unknown),
        new DescribeLookup(
            requests, parts.adapters, work -> callbackAddress(parts, work), parts.clock),
        new ReadLookupReply(requests, parts.adapters),
        new ResolveUnknown(
            parts.callbacks,
            parts.adapters,
            parts.dispatch,
            unknown,
            parts.writers.settlements(),
            parts.clock));
  }

  private static void addCallOff(Verbs verbs, Parts parts) {
    CallOffStore store = new CallOffStore(parts.workers, parts.clock);
    verbs.add(
        new ClaimCallOffs(parts.catalogue, store),
        new DescribeCallOff(parts.adapters, parts.clock),
        new RecordCallOff(parts.adapters, store));
  }

  private static void addPolling(
      Verbs verbs, Parts parts, LaneRoom lanes, RecordTaskStatus statuses) {
    verbs.add(
        new ClaimDueLooks(parts.catalogue, lanes, parts.follow),
        new TakeDecisiveCallback(parts.callbacks, parts.adapters),
        new DescribeStatusRead(parts.adapters, parts.clock),
        new ReadStatusReply(parts.adapters),
        statuses);
  }

  private static Secrets secretsOf(Parts parts, String plugin) {
    return parts
        .catalogue
        .current()
        .loadedService(plugin)
        .map(service -> parts.pluginSettings.secrets(service.descriptor()))
        .orElse(name -> Optional.empty());
  }

  /** Without its plugin a result is fetched as most results are. */
  private static HttpCall fetchOf(Parts parts, String plugin, URI file) {
    return parts.catalogue.current().loadedService(plugin).isEmpty()
        ? HttpCall.get(file)
        : parts.adapters.ask(
            plugin, "describe the fetch of a result", adapter -> adapter.fetch(file));
  }

  private static void addHousekeeping(Verbs verbs, Parts parts, Resources resources) {
    AddressGuard guard = new AddressGuard(parts.settings.allowPrivateAddresses());
    CopiesUnderWay copies = new CopiesUnderWay(parts.clock);
    verbs.add(
        new ProlongCopies(copies, parts.archive),
        new ClaimUnarchived(parts.archive, copies),
        new CopyResult(
            resources.add(FetchHttp.client(guard, parts.vault::open)),
            (plugin, file) -> fetchOf(parts, plugin, file),
            parts.media),
        new RecordCopy(parts.archive, parts.content, parts.media, copies),
        new ExpireContent(
            parts.workers, parts.media, parts.clock, parts.settings.contentRetention()),
        new ReadRetentionTimes(parts.clock));
  }
}
