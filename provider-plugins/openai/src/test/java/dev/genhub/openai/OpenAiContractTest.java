package dev.genhub.openai;

import dev.genhub.spi.ProviderPlugin;
import dev.genhub.testkit.Behaviour;
import dev.genhub.testkit.ProviderContractTest;
import java.util.Map;
import java.util.Set;

class OpenAiContractTest extends ProviderContractTest {

  @Override
  protected ProviderPlugin plugin() {
    return new OpenAiPlugin();
  }

  @Override
  protected String exchanges() {
    return "exchanges";
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("organization", "org-1", "project", "proj_1");
  }

  @Override
  protected Set<String> headers() {
    return Set.of("OpenAI-Organization", "OpenAI-Project");
  }

  @Override
  protected Set<Behaviour> lacks() {
    return Set.of(Behaviour.TELLS_STATUS, Behaviour.SENDS_CALLBACKS);
  }
}
