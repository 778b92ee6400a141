package dev.genhub.kie;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Reads results. */
public final class Artifacts {

  private Artifacts() {}

  /** The address in a field; empty when it is none that can be fetched. */
  public static Optional<URI> address(Json field) {
    return field
        .nonBlankText()
        .filter(text -> text.matches("https?://\\S+"))
        .flatMap(Artifacts::parse);
  }

  private static Optional<URI> parse(String text) {
    try {
      return Optional.of(new URI(text)).filter(uri -> uri.getHost() != null);
    } catch (java.net.URISyntaxException broken) {
      return Optional.empty();
    }
  }

  /**
   * Files of one kind, from an array of addresses, a single one, or text like {@code [address]}.
   */
  public static List<Artifact> files(ContentType type, Json urls) {
    return unbracketed(urls).itemsOrSelf().stream()
        .flatMap(url -> address(url).stream())
        .map(url -> Artifact.remote(type, url))
        .toList();
  }

  private static Json unbracketed(Json urls) {
    Json parsed = urls.unwrapped();
    return parsed
        .text()
        .filter(text -> text.startsWith("[") && text.endsWith("]"))
        .map(text -> Json.of(text.substring(1, text.length() - 1).trim()))
        .orElse(parsed);
  }

  /** A success, or a word about its lack of results: never a success without any. */
  public static TaskStatus success(List<Artifact> artifacts, Json record) {
    return artifacts.isEmpty()
        ? new TaskStatus.Unrecognised("success without a result")
        : new TaskStatus.Succeeded(artifacts, record.at("creditsConsumed").number());
  }
}
