package dev.genhub.engine.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.testing.Artifacts;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever words a provider finds, its generation is settled. */
class AwkwardWordsTest {

  private static HubFixture hub;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static void settle(Settlement settlement) {
    assertThat(hub.settle.settle(List.of(settlement))).containsExactly(true);
  }

  @Test
  void aMessageWithACharacterThatTheDatabaseDoesNotTake() {
    UUID id = hub.in(Phase.FOLLOWING).id();

    settle(
        new Settlement.Failed(
            id, Failure.uncharged(FailureKind.PROVIDER_ERROR, "", "broken \u0000 text")));

    assertThat(hub.column(id, "error_message")).isEqualTo("broken \uFFFD text");
  }

  @Test
  void namesOfResultsThatNoColumnHolds() {
    UUID id = hub.in(Phase.FOLLOWING).id();

    settle(
        new Settlement.Completed(
            id,
            Optional.empty(),
            List.of(
                Artifacts.video("1.mp4", "i".repeat(300), "A \u0000 title", "7680 x 4320 pixels")),
            Optional.empty()));

    assertThat(hub.database.row("select * from generated_content where generation_id = ?", id))
        .containsEntry("item_id", null)
        .containsEntry("resolution", null)
        .containsEntry("title", "A \uFFFD title");
  }

  @Test
  void aTaskIdThatAnotherGenerationHasKeepsTheResult() {
    UUID first = hub.in(Phase.SUBMITTING).id();
    UUID second = hub.in(Phase.SUBMITTING).id();

    settle(finished(first, "derived-1"));
    settle(finished(second, "derived-1"));

    assertThat(hub.column(first, "task_id")).isEqualTo("derived-1");
    assertThat(hub.row(second))
        .containsEntry("status", "completed")
        .containsEntry("task_id", null)
        .containsEntry("result_url", "https://cdn.test/1.png");
  }

  @Test
  void aTaskIdThatIsTooLongKeepsTheResult() {
    UUID id = hub.in(Phase.SUBMITTING).id();

    settle(finished(id, "t".repeat(256)));

    assertThat(hub.row(id)).containsEntry("status", "completed").containsEntry("task_id", null);
  }

  private static Settlement finished(UUID id, String taskId) {
    return new Settlement.Completed(
        id, Optional.of(taskId), List.of(Artifacts.image("1.png")), Optional.empty());
  }
}
