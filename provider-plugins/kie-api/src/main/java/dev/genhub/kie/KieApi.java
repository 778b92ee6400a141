package dev.genhub.kie;

import dev.genhub.spi.CallContext;
import dev.genhub.spi.Credential;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where KIE.AI is and how it is spoken to.
 *
 * @param base the address under which every call stands
 */
public record KieApi(URI base, Dialect dialect) {

  /** The names of the settings are those of {@link KiePlugin}. */
  static KieApi of(ProviderSettings settings) {
    String base = settings.require("base-url");
    if (!base.matches("https?://[^\\s/?#]+[^\\s?#]*")) {
      throw new IllegalArgumentException(
          "genhub.providers.kie.base-url is '" + base + "'; an http or https address is allowed");
    }
    URI address = URI.create(base.replaceAll("/+$", ""));
    return new KieApi(address, Dialect.of(settings.require("dialect")));
  }

  /** Asks for a task, with the user's key and the address for callbacks. */
  public HttpCall submit(String path, Json.ObjectBuilder body, CallContext context) {
    body.putText("callBackUrl", context.callback().map(URI::toString));
    return post(path, body.build());
  }

  /** A post with the user's key. */
  public HttpCall post(String path, Json body) {
    return HttpCall.post(URI.create(base + path), body).withCredential(Credential.bearer());
  }

  /** A read with the user's key. */
  public HttpCall get(String path) {
    return HttpCall.get(URI.create(base + path)).withCredential(Credential.bearer());
  }

  /** A read about a task. */
  public HttpCall getTask(String path, String taskId) {
    return get(path + "?taskId=" + URLEncoder.encode(taskId, StandardCharsets.UTF_8));
  }
}
