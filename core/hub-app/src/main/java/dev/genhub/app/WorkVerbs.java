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
import dev.genhub.engine.dispatch.UnknownStore;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.polling.ClaimDueLooks;
import dev.genhub.engine.polling.DescribeStatusRead;
import dev.genhub.engine.polling.ReadStatusReply;
import dev.genhub.engine.polling.RecordTaskStatus;
import dev.genhub.engine.reconciliation.BalanceStore;
import dev.genhub.engine.reconciliation.CheckBooks;
import dev.genhub.engine.reconciliation.ClaimBalanceChecks;
import dev.genhub.engine.reconciliation.DescribeBalanceRead;
import dev.genhub.engine.reconciliation.KeyChecks;
import dev.genhub.engine.reconciliation.RecordBalance;
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
    addDispatch(verbs, parts, lanes);
    addUnknown(verbs, parts);
    addPolling(verbs, parts, lanes);
    verbs.add(
        new ReceiveCallback(
            parts.callbackTokens::generationOf,
            plugin -> secretsOf(parts, plugin),
            parts.adapters,
            parts.callbacks,
            parts.writers.arrivals(),
            parts.clock));
    addReconciliation(verbs, parts);
    addHousekeeping(verbs, parts, resources);
  }

  private static void addDispatch(Verbs verbs, Parts parts, LaneRoom lanes) {
    DescribeSubmit describe =
        new DescribeSubmit(
            parts.catalogue,
            parts.adapters,
            parts.parents,
            work -> callbackAddress(parts, work),
            parts.clock);
    verbs.add(
        new ClaimQueued(parts.catalogue, lanes, parts.dispatch),
        describe,
        new RecordIntent(parts.writers.intents()),
        new ReadSubmitReply(parts.adapters, describe),
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
    RecordTaskStatus statuses =
        new RecordTaskStatus(
            parts.writers.looks(), parts.writers.settlements(), parts.pollTimes, parts.clock);
    verbs.add(
        new ClaimDueLooks(parts.catalogue, lanes, parts.follow),
        new DescribeStatusRead(parts.adapters, parts.clock),
        new ReadStatusReply(parts.adapters),
        statuses,
        new FailUndescribed(parts.writers.settlements(), statuses));
  }

  private static Secrets secretsOf(Parts parts, String plugin) {
    return parts
        .catalogue
        .service(plugin)
        .map(service -> parts.pluginSettings.secrets(service.descriptor()))
        .orElse(name -> Optional.empty());
  }

  private static void addReconciliation(Verbs verbs, Parts parts) {
    BalanceStore balances = new BalanceStore(parts.workers);
    KeyChecks checks = new KeyChecks(parts.adapters);
    verbs.add(
        new CheckBooks(parts.workers, parts.clock),
        new ClaimBalanceChecks(parts.catalogue, balances, parts.clock),
        new DescribeBalanceRead(checks, parts.clock),
        new RecordBalance(checks, balances, parts.creditsLow, parts.clock));
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
