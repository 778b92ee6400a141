package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.acme.AcmePlugin;
import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.SettingSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Recordings that are missing or lack something are told, with what to do about it. */
class BrokenRecordingsTest {

  @Test
  void aFolderThatIsNotThereFails() {
    assertThat(ContractRun.failuresOf(HomelessContractTest.class))
        .contains(
            "exchanges/nowhere can be used",
            "SOURCE.md says where they come from, and when",
            "submit/ shows every kind of task",
            "submit/ shows a success, a refusal and an unclear answer",
            "status/ shows a task that runs, one that succeeds, one that fails, and nonsense",
            "callback/ shows callbacks",
            "key-check/ shows a good key and a bad one");
  }

  @Test
  void aFileThatLacksSomethingSaysWhat() {
    assertThat(message("submit/no-call.json can be used")).contains("has no 'call'");
    assertThat(message("submit/no-outcome.json can be used"))
        .contains("case 'an id' has no 'outcome'");
    assertThat(message("submit/misspelt.json can be used"))
        .contains("has 'outcomes', which means nothing here");
    assertThat(message("submit/no-json.json can be used")).contains("is not JSON");
    assertThat(message("statuses can be used")).contains("intake, submit, status");
    assertThat(message("submit/twice.json can be used")).contains("two cases 'an id'");
  }

  @Test
  void aCallOrOutcomeThatDiffersShowsBoth() {
    assertThat(message("submit/other describes its call"))
        .contains("\"prompt\":\"a dog\"", "\"prompt\":\"a cat\"");
    assertThat(message("submit/other: an id")).contains("job-2", "job-1");
  }

  @Test
  void aPluginThatMisnamesItselfFails() {
    assertThat(ContractRun.failuresOf(Misnamed.class))
        .contains(
            "the test is called <Name>ContractTest",
            "ids and setting names are kebab-case",
            "the setting base-url says where the provider is",
            "an unusable base-url is refused with its name and value");
  }

  private static String message(String sentence) {
    return ContractRun.messageOf(CarelessContractTest.class, sentence);
  }

  static class HomelessContractTest extends AcmeContractTest {
    @Override
    protected String exchanges() {
      return "exchanges/nowhere";
    }
  }

  static class CarelessContractTest extends AcmeContractTest {
    @Override
    protected String exchanges() {
      return "exchanges/careless";
    }
  }

  static class Misnamed extends AcmeContractTest {
    @Override
    protected ProviderPlugin plugin() {
      return new AcmePlugin() {
        @Override
        public PluginDescriptor descriptor() {
          PluginDescriptor right = super.descriptor();
          return new PluginDescriptor(
              "Acme Images",
              right.provider(),
              right.providerName(),
              right.settingsPrefix(),
              List.of(SettingSpec.withDefault("baseUrl", "https://api.acme.example", "")),
              right.documentation());
        }

        @Override
        public ProviderAdapter adapter(ProviderSettings settings) {
          return super.adapter(
              new ProviderSettings(Map.of("base-url", "https://api.acme.example")));
        }
      };
    }
  }
}
