package dev.genhub.engine.reconciliation;

import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.Credential;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.KeyCheck;
import dev.genhub.spi.KeyReport;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.Price;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The fake provider, with accounts whose balance can be read: {@code {"credits": 12.5}}. */
final class BalanceProvider implements ProviderAdapter, KeyCheck {

  static final URI ADDRESS = URI.create("https://fake.test/balance");

  private final FakeProvider studio = new FakeProvider();

  InstalledPlugin installed() {
    PluginDescriptor descriptor =
        new PluginDescriptor(
            FakeProvider.PLUGIN, FakeProvider.PROVIDER, "Fake", "fake", List.of(), ADDRESS);
    return new InstalledPlugin(
        FakeProvider.PLUGIN,
        "1.0.0",
        Optional.of(new InstalledPlugin.Service(descriptor, this)),
        Optional.empty());
  }

  @Override
  public Optional<KeyCheck> keyCheck() {
    return Optional.of(this);
  }

  @Override
  public HttpCall describe(CallContext context) {
    return HttpCall.get(ADDRESS).withCredential(Credential.bearer());
  }

  @Override
  public KeyReport interpret(HttpReply reply) {
    return new KeyReport(Optional.empty(), reply.json().at("credits").number());
  }

  @Override
  public List<ModelSpec> models() {
    return studio.models();
  }

  @Override
  public String taskType(String model, Json parameters) {
    return studio.taskType(model, parameters);
  }

  @Override
  public Price quote(GenerationRequest request) {
    return studio.quote(request);
  }

  @Override
  public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
    return studio.submit();
  }
}
