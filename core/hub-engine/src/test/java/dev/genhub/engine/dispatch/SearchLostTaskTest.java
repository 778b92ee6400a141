package dev.genhub.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.call.CallResult;
import dev.genhub.engine.call.OutboundCall;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.ParentReads;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.LookupOutcome;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider that can be searched for the task of a lost submit. */
class SearchLostTaskTest {

  /** Searches by the idempotency key; an empty answer is no answer. */
  private static final class SearchByKey
      implements HttpOperation<GenerationRequest, LookupOutcome> {

    @Override
    public HttpCall describe(GenerationRequest request, CallContext context) {
      return HttpCall.get(
          URI.create(
              "https://fake.test/tasks?key="
                  + context.idempotencyKey()
                  + "&callback="
                  + context.callback().orElseThrow()));
    }

    @Override
    public LookupOutcome interpret(GenerationRequest request, HttpReply reply) {
      return switch (reply.body()) {
        case "" -> new LookupOutcome.Unclear("no answer");
        case "none" -> new LookupOutcome.Absent();
        default -> new LookupOutcome.Found(reply.body());
      };
    }
  }

  private static HubFixture hub;
  private static ClaimUnknown claim;
  private static DescribeLookup describe;
  private static ReadLookupReply read;
  private static ResolveUnknown resolve;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    UnknownStore unknown = new UnknownStore(hub.database.workers(), HubFixture.LEASE, hub.clock);
    SubmittedRequests requests =
        new SubmittedRequests(hub.catalogue, new ParentReads(hub.database.users()));
    claim = new ClaimUnknown(hub.catalogue, unknown);
    describe =
        new DescribeLookup(
            requests,
            hub.adapters,
            work -> URI.create("https://hub.test/callbacks/" + work.id()),
            hub.clock);
    read = new ReadLookupReply(requests, hub.adapters);
    resolve =
        new ResolveUnknown(
            hub.callbacks, hub.adapters, hub.dispatch, unknown, hub.settlements, hub.clock);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void theProviderCanBeSearched() {
    hub.database.everything().sql("delete from public.generation_tasks").update();
    hub.provider.lookup = Optional.of(new SearchByKey());
  }

  /** What the routes do with whatever is due, where the provider answers every search so. */
  private static int search(String answer) {
    List<UnknownStore.Lost> due = claim.claim();
    for (UnknownStore.Lost lost : due) {
      OutboundCall call = describe.describe(lost);
      HttpReply reply = new HttpReply(200, Map.of(), answer);
      resolve.resolve(call == null ? lost : read.read(new CallResult.Answered(reply), lost));
    }
    return due.size();
  }

  private static Object phase(ClaimedGeneration work) {
    return hub.column(work.id(), "phase");
  }

  @Test
  void theSearchCarriesWhatTheSubmitCarried() {
    UUID id = hub.in(Phase.UNKNOWN).id();

    OutboundCall call = describe.describe(claim.claim().get(0));

    assertThat(call.call().uri().toString()).contains("key=" + id).contains("callbacks/" + id);
  }

  @Test
  void aTaskThatIsFoundIsAdopted() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);

    search("found-1");

    assertThat(hub.row(work.id()))
        .containsEntry("phase", "following")
        .containsEntry("task_id", "found-1");
  }

  @Test
  void theProviderIsAskedAgainAtGrowingDistances() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);
    int searches = 0;
    for (int second = 0; second < 1_800; second++) {
      searches += search("");
      hub.clock.advance(Duration.ofSeconds(1));
    }

    assertThat(phase(work)).isEqualTo("unknown");
    assertThat(searches).isBetween(6, 14);
  }

  @Test
  void atTheEndOfPatienceBooksWithoutTheTaskFreeTheMoney() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);
    search("none");
    assertThat(phase(work)).as("it may be on its way").isEqualTo("unknown");

    hub.clock.advance(HubFixture.UNKNOWN_TIMEOUT);
    search("none");

    assertThat(hub.row(work.id()))
        .containsEntry("status", "failed")
        .containsEntry("error_code", "provider_unavailable")
        .containsEntry("error_charged", false);
    assertThat(hub.spending(work.userId()).get("reserved_usd")).hasToString("0.000000");
  }

  @Test
  void aSearchThatTellsNothingEndsLikeNone() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);
    hub.clock.advance(HubFixture.UNKNOWN_TIMEOUT);

    search("");

    assertThat(hub.column(work.id(), "error_code")).isEqualTo("submission_outcome_unknown");
    assertThat(hub.spending(work.userId()).get("reserved_usd")).hasToString("0.040000");
  }

  @Test
  void aProviderThatCannotBeSearchedIsNot() {
    hub.provider.lookup = Optional.empty();
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);

    assertThat(search("found-2")).isZero();
    hub.clock.advance(HubFixture.UNKNOWN_TIMEOUT);
    search("found-2");

    assertThat(hub.column(work.id(), "error_code")).isEqualTo("submission_outcome_unknown");
  }
}
