package dev.genhub.testkit.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.testkit.ContractRun;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit finds jars that would not do what they should once operators have them. */
class PackagedPluginTest {

  private static final String ALONE = "it works where only the SPI is in sight";

  @Test
  void aSoundJarPasses() {
    assertThat(ContractRun.failuresOf(Sound.class)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("faults")
  void aBrokenJarFails(Class<?> contract, String sentence) {
    assertThat(ContractRun.failuresOf(contract)).contains(sentence);
  }

  static Object[] faults() {
    String manifest = "its manifest names it and a range of the SPI's versions";
    return new Object[] {
      Arguments.of(BareVersion.class, manifest),
      Arguments.of(Nameless.class, manifest),
      Arguments.of(TwoExtensions.class, "it has exactly one extension"),
      Arguments.of(NoExtension.class, "it has exactly one extension"),
      Arguments.of(BringsTheSpi.class, "it brings none of the hub's own classes"),
      Arguments.of(
          Impatient.class, "it does no I/O, keeps no time, starts no threads and writes no log"),
      Arguments.of(Huge.class, "it is small"),
      Arguments.of(Incomplete.class, ALONE),
      Arguments.of(OtherName.class, ALONE),
      Arguments.of(NotBuilt.class, ALONE),
    };
  }

  /** A jar that is made for the test. */
  abstract static class Made extends PackagedPluginIT {

    @TempDir Path folder;

    abstract JarBuilder build(JarBuilder right);

    @Override
    protected Path jar() {
      return build(new JarBuilder()).write(folder);
    }
  }

  static class Sound extends Made {
    @Override
    JarBuilder build(JarBuilder right) {
      return right;
    }
  }

  static class BareVersion extends Made {
    @Override
    JarBuilder build(JarBuilder right) {
      return right.manifest("Plugin-Requires", "1.0.0");
    }
  }

  static class Nameless extends Made {
    @Override
    JarBuilder build(JarBuilder right) {
      return right.manifest("Plugin-Id", "");
    }
  }

  static class TwoExtensions extends Made {
    @Override
    JarBuilder build(JarBuilder right) {
      return right.extensions("dev.genhub.acme.InstantPlugin", "another.Plugin");
    }
  }

  static class NoExtension extends Made {
    @Override
    JarBuilder build(JarBuilder right) {
      return right.extensions();
    }
  }

  static class BringsTheSpi extends Made {
    @Override
    JarBuilder build(JarBuilder right) {
      return right.file("dev/genhub/spi/Price.properties", new byte[0]);
    }
  }

  static class Impatient extends Made {
    @Override
    JarBuilder build(JarBuilder right) {
      return right.classes("acme/ImpatientPlugin");
    }
  }

  static class Huge extends Made {
    @Override
    JarBuilder build(JarBuilder right) {
      byte[] noise = new byte[2 * 1024 * 1024];
      new Random(1).nextBytes(noise);
      return right.file("model.bin", noise);
    }
  }

  static class Incomplete extends Made {
    @Override
    JarBuilder build(JarBuilder right) {
      return right.without("acme/InstantPlugin$Adapter");
    }
  }

  static class OtherName extends Made {
    @Override
    JarBuilder build(JarBuilder right) {
      return right.manifest("Plugin-Id", "another");
    }
  }

  static class NotBuilt extends PackagedPluginIT {
    @Override
    protected Path jar() {
      return Path.of("target", "not-there.jar");
    }
  }
}
