package dev.genhub.openai;

import dev.genhub.spi.BaseUrl;
import dev.genhub.spi.Credential;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.json.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Where OpenAI is and how it is spoken to.
 *
 * @param headers whom a call is for, where the operator says so
 */
record OpenAiApi(BaseUrl base, Map<String, String> headers) {

  /** OpenAI's own clients wait as long: the connection stays open while a picture is made. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  static OpenAiApi of(ProviderSettings settings) {
    Map<String, String> headers = new HashMap<>();
    settings.find("organization").ifPresent(id -> headers.put("OpenAI-Organization", id));
    settings.find("project").ifPresent(id -> headers.put("OpenAI-Project", id));
    return new OpenAiApi(BaseUrl.of(settings), Map.copyOf(headers));
  }

  HttpCall post(String path, Json body) {
    return withAccount(HttpCall.post(base.at(path), body)).withAnswerWithin(PATIENCE);
  }

  HttpCall get(String path) {
    return withAccount(HttpCall.get(base.at(path)));
  }

  private HttpCall withAccount(HttpCall call) {
    return call.withHeaders(headers).withCredential(Credential.bearer());
  }
}
