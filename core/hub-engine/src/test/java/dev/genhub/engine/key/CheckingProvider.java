package dev.genhub.engine.key;

import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.Credential;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
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

/** The fake provider under another plugin, with a call that says how many credits are left. */
final class CheckingProvider implements ProviderAdapter, KeyCheck {

  static final String PLUGIN = "fake-checker";

  private final ProviderAdapter fake = new FakeProvider();
  private final URI address;

  CheckingProvider(URI address) {
    this.address = address;
  }

  InstalledPlugin installed() {
    PluginDescriptor descriptor =
        new PluginDescriptor(
            PLUGIN, FakeProvider.PROVIDER, "Fake Studio", "fake", List.of(), address);
    return new InstalledPlugin(
        PLUGIN,
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
    return HttpCall.get(address.resolve("/credits")).withCredential(Credential.bearer());
  }

  @Override
  public KeyReport interpret(HttpReply reply) {
    if (reply.status() == 200) {
      return new KeyReport(Optional.empty(), reply.json().at("credits").number());
    }
    FailureKind kind =
        reply.status() == 401 ? FailureKind.INVALID_API_KEY : FailureKind.PROVIDER_ERROR;
    return new KeyReport(Optional.of(Failure.uncharged(kind, "", "refused")), Optional.empty());
  }

  @Override
  public List<ModelSpec> models() {
    return fake.models();
  }

  @Override
  public String taskType(String model, Json parameters) {
    return fake.taskType(model, parameters);
  }

  @Override
  public Price quote(GenerationRequest request) {
    return fake.quote(request);
  }

  @Override
  public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
    return fake.submit();
  }
}
