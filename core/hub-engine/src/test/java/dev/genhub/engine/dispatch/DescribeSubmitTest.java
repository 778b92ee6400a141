package dev.genhub.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.call.CallResult;
import dev.genhub.engine.call.OutboundCall;
import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.ParentReads;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.testing.Artifacts;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.spi.CallBody;
import dev.genhub.spi.Credential;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes out to a provider and what its answer means. */
class DescribeSubmitTest {

  private static HubFixture hub;
  private static DescribeSubmit describe;
  private static ReadSubmitReply read;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    describe = describeWith(hub.catalogue);
    read = new ReadSubmitReply(hub.adapters, requestsOf(hub.catalogue));
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @AfterEach
  void mendTheProvider() {
    hub.provider.defect = Optional.empty();
  }

  private static DescribeSubmit describeWith(Catalogue catalogue) {
    return new DescribeSubmit(
        requestsOf(catalogue),
        new AdapterCalls(catalogue),
        work -> URI.create("https://hub.test/v1/callbacks/fake/token-of-" + work.id()),
        hub.clock);
  }

  private static SubmittedRequests requestsOf(Catalogue catalogue) {
    return new SubmittedRequests(catalogue, new ParentReads(hub.database.users()));
  }

  private static Json body(OutboundCall call) {
    return Json.parse(((CallBody.JsonText) call.call().body()).text());
  }

  private static CallResult answered(String body) {
    return new CallResult.Answered(new HttpReply(200, Map.of(), body));
  }

  @Test
  void theCallHoldsTheRequestWithDefaultsAndTheAddressForTheCallback() {
    ClaimedGeneration work =
        hub.claimed(Order.by(hub.user()).prompt("a dog").parameters("{\"stylization\": 100}"));

    OutboundCall call = describe.describe(work);

    assertThat(body(call))
        .isEqualTo(
            Json.parse(
                """
                {"model": "painter", "prompt": "a dog",
                 "parameters": {"aspectRatio": "1:1", "stylization": 100},
                 "callback": "https://hub.test/v1/callbacks/fake/token-of-%s"}
                """
                    .formatted(work.id())));
  }

  @Test
  void theCallNamesTheStoredKeyAndItsPlaceButHoldsNoKey() {
    UUID version = UUID.randomUUID();
    ClaimedGeneration work = hub.claimed(Order.by(hub.user()).key(UUID.randomUUID(), version));

    OutboundCall call = describe.describe(work);

    assertThat(call.keyVersionId()).contains(version);
    assertThat(call.call().credential()).isEqualTo(Credential.bearer());
  }

  @Test
  void aFollowUpNamesTheTaskOfItsParent() {
    UUID user = hub.user();
    UUID parent = hub.following(Order.by(user), "the parent's task").id();
    hub.settle.settle(
        List.of(
            new Settlement.Completed(
                parent, Optional.empty(), List.of(Artifacts.image("1.png")), Optional.empty())));

    OutboundCall call =
        describe.describe(hub.claimed(Order.by(user).taskType("upscale_image").parent(parent)));

    assertThat(body(call).at("parent").text()).contains("the parent's task");
  }

  @Test
  void aPluginThatThrowsIsADefectThatNamesItAndWhatItWasAskedFor() {
    ClaimedGeneration work = hub.in(Phase.CLAIMED);
    hub.provider.defect = Optional.of(new NullPointerException());

    assertThatThrownBy(() -> describe.describe(work))
        .isInstanceOf(AdapterDefectException.class)
        .hasMessage("plugin 'fake-studio' failed to describe a submit");
  }

  @Test
  void aModelThatIsNoLongerServedIsADefect() {
    ClaimedGeneration work = hub.in(Phase.CLAIMED);

    assertThatThrownBy(() -> describeWith(new Catalogue(List.of())).describe(work))
        .isInstanceOf(AdapterDefectException.class)
        .hasMessage("plugin 'fake-studio' failed to serve model 'painter'");
  }

  @Test
  void anAnswerWithATaskIdIsAccepted() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    assertThat(read.read(answered("{\"id\": \"t-1\"}"), work))
        .isEqualTo(new SubmitOutcome.Accepted("t-1"));
  }

  @Test
  void anAnswerThatThePluginCannotReadIsUnclear() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);
    hub.provider.defect = Optional.of(new ClassCastException());

    assertThat(read.read(answered("{\"id\": \"t-1\"}"), work))
        .isEqualTo(
            new SubmitOutcome.Unclear("plugin 'fake-studio' failed to read a submit's reply"));
  }

  @Test
  void aCallThatNeverLeftWasSurelyNotTaken() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);
    Failure refused = Failure.uncharged(FailureKind.PROVIDER_UNAVAILABLE, "", "refused");

    assertThat(read.read(new CallResult.NotSent(refused), work))
        .isEqualTo(new SubmitOutcome.Rejected(refused));
  }

  @Test
  void aLostAnswerIsUnclear() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    assertThat(read.read(new CallResult.Lost("timed out"), work))
        .isEqualTo(new SubmitOutcome.Unclear("timed out"));
  }
}
