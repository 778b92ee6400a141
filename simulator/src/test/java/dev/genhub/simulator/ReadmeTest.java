package dev.genhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.simulator.fault.CallbackFault;
import dev.genhub.simulator.fault.Distortion;
import dev.genhub.simulator.fault.Ending;
import dev.genhub.simulator.fault.Fault;
import dev.genhub.simulator.fault.Manner;
import dev.genhub.simulator.fault.Mark;
import dev.genhub.simulator.fault.RandomFault;
import dev.genhub.simulator.fault.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The README names every word and every option, and only such as there are. */
class ReadmeTest {

  private static String readme;
  private static List<Mark> marks;

  @BeforeAll
  static void read() throws IOException {
    readme = Files.readString(Path.of("README.md"));
    marks =
        Pattern.compile("\\[sim:([^\\]]*)\\]")
            .matcher(readme)
            .results()
            .map(word -> Mark.of(word.group(1)))
            .toList();
  }

  private static <F extends Fault, T> Stream<T> documented(Class<F> kind, Function<F, T> part) {
    return marks.stream().flatMap(mark -> mark.as(kind).stream()).map(part);
  }

  @Test
  void everyFaultIsDocumented() {
    assertThat(documented(Fault.End.class, Fault.End::ending))
        .contains(Ending.FAILURE, Ending.CONTENT_REJECTED, Ending.NEVER, Ending.UNKNOWN_STATE);
    assertThat(documented(Fault.Call.class, Fault.Call::fault)).contains(CallbackFault.values());
    assertThat(documented(Fault.Refuse.class, Fault.Refuse::manner)).contains(Manner.values());
    assertThat(documented(Fault.Refuse.class, Fault.Refuse::target)).contains(Target.values());
    assertThat(documented(Fault.Delay.class, Fault.Delay::target)).contains(Target.values());
    assertThat(documented(Fault.Take.class, Fault.Take::duration)).isNotEmpty();
    assertThat(documented(Fault.TakenError.class, Fault.TakenError::status)).contains(500);
    assertThat(documented(Fault.Distort.class, Function.identity()))
        .containsAll(
            Arrays.stream(Distortion.values())
                .flatMap(
                    how -> Arrays.stream(Target.values()).map(it -> new Fault.Distort(it, how)))
                .toList());
  }

  @Test
  void everyRateAndEveryOptionIsDocumented() {
    assertThat(RandomFault.values())
        .allSatisfy(fault -> assertThat(readme).contains("\"" + fault.key() + "\""));
    assertThat(new CommandLine(new SimulatorCommand()).getCommandSpec().options())
        .filteredOn(option -> !option.usageHelp())
        .allSatisfy(option -> assertThat(readme).contains("`" + option.longestName() + "`"));
  }
}
