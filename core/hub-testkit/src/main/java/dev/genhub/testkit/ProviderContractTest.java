package dev.genhub.testkit;

import dev.genhub.spi.ProviderPlugin;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every provider plugin must do. The author of a plugin extends it once for each way that the
 * plugin can be configured; the names of the tests say the contract, their messages say how to keep
 * it. No test can be switched off: what a provider cannot do is declared by {@link #lacks()}, and
 * the declaration is tested too.
 */
public abstract class ProviderContractTest {

  /** For the author's subclass. */
  protected ProviderContractTest() {}

  /** A new instance of the plugin, as the hub makes one. */
  protected abstract ProviderPlugin plugin();

  /** The folder of recorded exchanges on the class path, for example {@code exchanges/live}. */
  protected abstract String exchanges();

  /** Plain settings that differ from the plugin's defaults, by name. */
  protected Map<String, String> settings() {
    return Map.of();
  }

  /** What the provider does not do; everything else is demanded. */
  protected Set<Behaviour> lacks() {
    return Set.of();
  }

  /** How the provider signs; needed unless it lacks {@link Behaviour#SIGNS_CALLBACKS}. */
  protected Optional<CallbackSigner> callbackSigner() {
    return Optional.empty();
  }

  /** Names of the further headers that the provider asks for, for example {@code X-Api-Version}. */
  protected Set<String> headers() {
    return Set.of();
  }

  private Subject subject() {
    return Subject.of(this);
  }

  @TestFactory
  @DisplayName("The plugin says who it is")
  final Stream<DynamicTest> identity() {
    return new PluginIdentity(subject(), getClass()).tests();
  }

  @TestFactory
  @DisplayName("The catalogue of models")
  final Stream<DynamicTest> catalogue() {
    return new ModelCatalogue(subject()).tests();
  }

  @TestFactory
  @DisplayName("Parameters and prices")
  final Stream<DynamicTest> parameters() {
    return new ParameterUse(subject()).tests();
  }

  @TestFactory
  @DisplayName("Described calls")
  final Stream<DynamicTest> calls() {
    return new DescribedCalls(subject()).tests();
  }

  @TestFactory
  @DisplayName("Recorded exchanges")
  final Stream<DynamicTest> recordedExchanges() {
    return new RecordedExchanges(subject()).tests();
  }

  @TestFactory
  @DisplayName("Unhelpful replies")
  final Stream<DynamicTest> unhelpfulReplies() {
    return new UnhelpfulReplies(subject()).tests();
  }

  @TestFactory
  @DisplayName("Callbacks")
  final Stream<DynamicTest> callbacks() {
    return new CallbackChecks(subject()).tests();
  }

  @TestFactory
  @DisplayName("Declared behaviours")
  final Stream<DynamicTest> behaviours() {
    return new DeclaredBehaviours(subject()).tests();
  }
}
