package dev.genhub.kie.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.kie.Dialect;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.testkit.Behaviour;
import dev.genhub.testkit.CallbackSigner;
import dev.genhub.testkit.ProviderContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of a plugin of KIE.AI in one dialect, with the exchanges of that dialect. */
public abstract class KieContractTest extends ProviderContractTest {

  private final String dialect;

  /** Tests the dialect. */
  protected KieContractTest(Dialect dialect) {
    this.dialect = dialect.name().toLowerCase(Locale.ROOT);
  }

  /** The table of names is for people; it must not fall behind the schema. */
  @Test
  void theReadmeNamesEveryParameter() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    Map<String, String> settings = Map.of("base-url", "https://api.kie.ai", "dialect", dialect);
    ProviderAdapter adapter = plugin().adapter(new ProviderSettings(settings));
    for (ModelSpec model : adapter.models()) {
      for (String name : model.parametersSchema().at("properties").fields().keySet()) {
        assertThat(readme).as("README.md of %s", model.id()).contains("`" + name + "`");
      }
    }
  }

  @Override
  protected String exchanges() {
    return "exchanges/" + dialect;
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("dialect", dialect);
  }

  @Override
  protected Set<Behaviour> lacks() {
    return Set.of(Behaviour.SIGNS_CALLBACK_BODY);
  }

  @Override
  protected Optional<CallbackSigner> callbackSigner() {
    return Optional.of(new KieSigner());
  }
}
