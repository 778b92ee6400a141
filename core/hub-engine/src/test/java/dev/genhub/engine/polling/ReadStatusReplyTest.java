package dev.genhub.engine.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.call.CallResult;
import dev.genhub.engine.call.OutboundCall;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.TaskStatus;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReadStatusReplyTest {

  private static HubFixture hub;
  private static ClaimedGeneration work;
  private static DescribeStatusRead describe;
  private static ReadStatusReply read;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    hub.in(Phase.FOLLOWING);
    FollowStore follow = new FollowStore(hub.database.workers(), HubFixture.LEASE, hub.clock);
    work = follow.claim(Map.of(FakeProvider.PLUGIN, 1)).get(0);
    describe = new DescribeStatusRead(hub.adapters, hub.clock);
    read = new ReadStatusReply(hub.adapters);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @AfterEach
  void mendTheProvider() {
    hub.provider.defect = Optional.empty();
  }

  private static TaskStatus answered(String body) {
    return read.read(new CallResult.Answered(new HttpReply(200, Map.of(), body)), work);
  }

  @Test
  void theCallReadsTheTaskWithTheKeyThatItWasSubmittedWith() {
    OutboundCall call = describe.describe(work);

    assertThat(call.call().uri().getRawPath()).startsWith("/tasks/task");
    assertThat(call.keyVersionId()).contains(work.keyVersionId());
  }

  @Test
  void theAnswerIsReadByThePlugin() {
    assertThat(answered("{\"state\": \"running\"}")).isEqualTo(TaskStatus.Running.unmeasured());
    assertThat(answered("<html>")).isEqualTo(new TaskStatus.Unrecognised(""));
  }

  @Test
  void aDefectOfThePluginIsAnAnswerThatMakesNoSense() {
    hub.provider.defect = Optional.of(new IndexOutOfBoundsException());

    assertThat(answered("{}"))
        .isEqualTo(
            new TaskStatus.Unrecognised("plugin 'fake-studio' failed to read a status reply"));
    assertThatThrownBy(() -> describe.describe(work)).isInstanceOf(AdapterDefectException.class);
  }

  @Test
  void aLookThatFailedOnItsWayOnlyMeansAnotherLook() {
    Failure noKey = Failure.uncharged(FailureKind.INVALID_API_KEY, "", "no key");

    assertThat(read.read(new CallResult.NotSent(noKey), work))
        .isEqualTo(new TaskStatus.Unavailable(noKey));
    assertThat(read.read(new CallResult.Lost("timed out"), work))
        .isEqualTo(
            new TaskStatus.Unavailable(
                Failure.uncharged(FailureKind.PROVIDER_UNAVAILABLE, "", "timed out")));
  }
}
