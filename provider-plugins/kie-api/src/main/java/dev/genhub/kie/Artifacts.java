package dev.genhub.kie;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads results. */
public final class Artifacts {

  private Artifacts() {}

  /** What a kind of task makes: the words of all kinds end with it. */
  public static ContentType madeBy(String taskType) {
    if (taskType.endsWith("music")) {
      return ContentType.MUSIC;
    }
    return taskType.endsWith("video") ? ContentType.VIDEO : ContentType.IMAGE;
  }

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
    } catch (URISyntaxException broken) {
      return Optional.empty();
    }
  }

  /** The file in a field, nothing else known. */
  public static Stream<Artifact> file(ContentType type, Json url) {
    return address(url).stream().map(uri -> Artifact.remote(type, uri));
  }

  /**
   * The files in a field: an array of addresses or of objects with {@code resultUrl}, a single one,
   * a document in a text, or text like {@code [address, address]}.
   */
  public static List<Artifact> files(ContentType type, Json urls) {
    return unbracketed(urls.unwrapped()).itemsOrSelf().stream()
        .map(item -> item.isObject() ? item.at("resultUrl") : item)
        .flatMap(url -> file(type, url))
        .toList();
  }

  private static Json unbracketed(Json urls) {
    return urls.text()
        .filter(text -> text.startsWith("[") && text.endsWith("]"))
        .map(text -> text.substring(1, text.length() - 1).trim())
        // an address may hold a comma
        .map(text -> Stream.of(text.split(",\\s*(?=https?://)", -1)).map(Json::of).toList())
        .map(Json::array)
        .orElse(urls);
  }

  /** A success, or a word about its lack of results: never a success without any. */
  public static TaskStatus success(List<Artifact> artifacts) {
    return artifacts.isEmpty()
        ? new TaskStatus.Unrecognised("success without a result")
        : TaskStatus.Succeeded.of(artifacts);
  }
}
