package dev.genhub.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.call.CallResult;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.testing.Artifacts;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.CancelOutcome;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.TaskRef;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cancelled generations whose providers can stop the task. */
class CallOffTest {

  private static final class Stop implements HttpOperation<TaskRef, CancelOutcome> {

    @Override
    public HttpCall describe(TaskRef task, CallContext context) {
      return HttpCall.get(URI.create("https://fake.test/stop/" + task.taskId()));
    }

    @Override
    public CancelOutcome interpret(TaskRef task, HttpReply reply) {
      return CancelOutcome.valueOf(reply.body());
    }
  }

  private static HubFixture hub;
  private static ClaimCallOffs claim;
  private static RecordCallOff record;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    CallOffStore store = new CallOffStore(hub.database.workers(), hub.clock);
    claim = new ClaimCallOffs(hub.catalogue, store);
    record = new RecordCallOff(hub.adapters, store);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void theProviderCanStop() {
    hub.database.everything().sql("delete from public.generation_tasks").update();
    hub.provider.cancel = Optional.of(new Stop());
  }

  private static ClaimedGeneration cancelled() {
    ClaimedGeneration work = hub.following(Order.by(hub.user()), "t-1");
    hub.settle.settle(List.of(new Settlement.Cancelled(work.id())));
    return work;
  }

  private static CallResult answer(CancelOutcome outcome) {
    return new CallResult.Answered(new HttpReply(200, Map.of(), outcome.name()));
  }

  @Test
  void theTaskIsNamedToItsProvider() {
    cancelled();

    ClaimedGeneration work = claim.claim().get(0);

    assertThat(new DescribeCallOff(hub.adapters, hub.clock).describe(work).call().uri())
        .hasToString("https://fake.test/stop/t-1");
  }

  @ParameterizedTest
  @EnumSource(
      value = CancelOutcome.class,
      names = {"DONE", "REFUSED"})
  void aLastWordIsTheLast(CancelOutcome outcome) {
    cancelled();
    record.record(answer(outcome), claim.claim().get(0));

    hub.clock.advance(Duration.ofHours(1));

    assertThat(claim.claim()).isEmpty();
  }

  @Test
  void aProviderThatIsNotThereIsAskedAFewTimes() {
    ClaimedGeneration work = cancelled();
    int asked = 0;
    for (int minute = 0; minute < 60; minute++) {
      for (ClaimedGeneration due : claim.claim()) {
        record.record(answer(CancelOutcome.UNAVAILABLE), due);
        asked++;
      }
      hub.clock.advance(Duration.ofMinutes(1));
    }

    assertThat(asked).isEqualTo(5);
    assertThat(hub.column(work.id(), "call_off_at")).isNull();
  }

  @Test
  void aProviderThatCannotStopTasksIsNotAsked() {
    hub.provider.cancel = Optional.empty();
    ClaimedGeneration work = cancelled();

    assertThat(claim.claim()).isEmpty();

    assertThat(hub.column(work.id(), "call_off_at")).isNull();
  }

  @Test
  void whatWasNotSentIsNotCalledOff() {
    ClaimedGeneration work = hub.in(Phase.CLAIMED);
    hub.settle.settle(List.of(new Settlement.Cancelled(work.id())));

    assertThat(hub.column(work.id(), "call_off_at")).isNull();
  }

  @Test
  void aLateSuccessBringsNothingBack() {
    ClaimedGeneration work = cancelled();
    Map<String, Object> before = hub.row(work.id());

    List<Boolean> settled =
        hub.settle.settle(
            List.of(
                new Settlement.Completed(
                    work.id(),
                    Optional.empty(),
                    List.of(Artifacts.image("late.png")),
                    Optional.empty())));

    assertThat(settled).containsExactly(false);
    assertThat(hub.row(work.id())).isEqualTo(before);
  }
}
