package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.SettingSpec;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The descriptor: names, settings, documentation. */
final class PluginIdentity {

  private static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final String NO_ADDRESS = "not an address";

  private final Subject subject;
  private final Class<?> test;
  private final PluginDescriptor plugin;

  PluginIdentity(Subject subject, Class<?> test) {
    this.subject = subject;
    this.test = test;
    this.plugin = subject.plugin().descriptor();
  }

  Stream<DynamicTest> tests() {
    Sentences sentences = new Sentences();
    sentences.add("the test is called <Name>ContractTest", this::testName);
    sentences.add("ids and setting names are kebab-case", this::names);
    sentences.add("the descriptor is the same at every call", this::sameDescriptor);
    sentences.add("every setting is explained, and no secret has a default", this::settings);
    sentences.add("the setting base-url says where the provider is", this::baseUrl);
    sentences.add("an unusable base-url is refused with its name and value", this::badBaseUrl);
    return sentences.tests();
  }

  private void testName() {
    assertThat(test.getSimpleName())
        .as("so that it is found among all tests")
        .endsWith("ContractTest");
  }

  private void names() {
    assertThat(plugin.id()).as("Plugin-Id").matches(KEBAB);
    assertThat(plugin.provider()).as("provider, as users write it").matches(KEBAB);
    assertThat(plugin.settingsPrefix()).as("settingsPrefix").matches(KEBAB);
    assertThat(plugin.providerName()).as("providerName, for people").isNotBlank();
    assertThat(plugin.settings())
        .extracting(SettingSpec::name)
        .allMatch(name -> name.matches(KEBAB));
    assertThat(plugin.documentation().getScheme()).as("the vendor's page").isEqualTo("https");
  }

  private void sameDescriptor() {
    assertThat(subject.plugin().descriptor()).isEqualTo(plugin);
  }

  private void settings() {
    for (SettingSpec setting : plugin.settings()) {
      assertThat(setting.doc()).as("doc of setting '%s'", setting.name()).isNotBlank();
      assertThat(setting.secret() && setting.defaultValue().isPresent())
          .as("secret '%s' has a default, which everybody can read", setting.name())
          .isFalse();
    }
  }

  private void baseUrl() {
    assertThat(subject.settings().find(Subject.BASE_URL))
        .as("operators point it at a proxy or a stand-in; its default is the vendor's address")
        .isPresent();
  }

  private void badBaseUrl() {
    Throwable refusal = catchThrowable(() -> subject.adapterWith(Subject.BASE_URL, NO_ADDRESS));
    assertThat(refusal)
        .as("adapter() with base-url '%s'", NO_ADDRESS)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(Subject.BASE_URL, NO_ADDRESS);
  }
}
