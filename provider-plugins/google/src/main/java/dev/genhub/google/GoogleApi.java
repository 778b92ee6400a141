package dev.genhub.google;

import dev.genhub.spi.BaseUrl;
import dev.genhub.spi.Credential;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.json.Json;
import java.net.URI;

/** Where Google is and how it is spoken to. */
record GoogleApi(BaseUrl base) {

  static final String VENDOR = "https://generativelanguage.googleapis.com";

  /** Files stay at Google's own address where calls take the way of a proxy. */
  private static final BaseUrl FILES = new BaseUrl(URI.create(VENDOR));

  private static final Credential KEY = new Credential.KeyHeader("x-goog-api-key", "");

  HttpCall create(Json body) {
    return HttpCall.post(base.at("/interactions"), body).withCredential(KEY);
  }

  HttpCall read(String id) {
    return HttpCall.get(base.at("/interactions/{}", id)).withCredential(KEY);
  }

  /** Cancelling twice does no harm. */
  HttpCall cancel(String id) {
    return HttpCall.post(base.at("/interactions/{}/cancel", id), Json.object().build())
        .withCredential(KEY)
        .repeatable();
  }

  HttpCall models() {
    return HttpCall.get(base.at("/models?pageSize=1")).withCredential(KEY);
  }

  /** Results are for the key that made them (Gemini API, files; official samples of Omni). */
  HttpCall fetch(URI file) {
    return base.holds(file) || FILES.holds(file)
        ? HttpCall.get(download(file)).withCredential(KEY)
        : HttpCall.get(file);
  }

  private static URI download(URI file) {
    String address = file.toString();
    if (address.contains("alt=media")) {
      return file;
    }
    boolean resource = file.getRawQuery() == null && file.getRawPath().matches(".*/files/[^/:]+");
    String separator = file.getRawQuery() == null ? "?" : "&";
    return URI.create(address + (resource ? ":download" : "") + separator + "alt=media");
  }
}
