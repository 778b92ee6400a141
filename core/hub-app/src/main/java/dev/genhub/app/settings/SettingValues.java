package dev.genhub.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The settings as text, and how text becomes values. A blank value is the same as none.
 *
 * @param home what relative paths start from: the folder of the {@code genhub} script
 * @param file the values of the settings file
 * @param environment the environment variables
 * @param overrides what the command line says
 */
public record SettingValues(
    Path home,
    Map<String, String> file,
    Map<String, String> environment,
    Map<String, String> overrides) {

  public SettingValues {
    file = Map.copyOf(file);
    environment = Map.copyOf(environment);
    overrides = Map.copyOf(overrides);
  }

  /**
   * Reads the settings file of a home.
   *
   * @throws SettingException if the file cannot be read or sets something that does not exist
   */
  public static SettingValues load(Path home, Map<String, String> overrides) {
    Path file = home.resolve("config").resolve("application.properties");
    Map<String, String> values = new TreeMap<>();
    if (Files.exists(file)) {
      Properties read = new Properties();
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        read.load(reader);
      } catch (IOException unreadable) {
        throw new SettingException("the settings file " + file + " cannot be read");
      }
      read.stringPropertyNames().forEach(name -> values.put(name, read.getProperty(name)));
    }
    SettingNames.requireKnown(values.keySet(), file.toString());
    SettingNames.requireKnown(overrides.keySet(), "the command line");
    return new SettingValues(home.toAbsolutePath().normalize(), values, System.getenv(), overrides);
  }

  /** The same settings with further values laid over them. */
  public SettingValues with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(overrides);
    all.putAll(more);
    return new SettingValues(home, file, environment, all);
  }

  /** The text of a setting; empty when nobody sets it. */
  public Optional<String> find(String name) {
    return present(overrides.get(name))
        .or(() -> present(environment.get(variable(name))))
        .or(() -> present(file.get(name)));
  }

  private static Optional<String> present(String value) {
    return Optional.ofNullable(value).map(String::trim).filter(text -> !text.isEmpty());
  }

  /** The environment variable that overrides a setting. */
  static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** A text with a default. */
  public String text(String name, String usual) {
    return find(name).orElse(usual);
  }

  /** The parts of a text between commas. */
  public List<String> texts(String name) {
    return find(name).stream()
        .flatMap(text -> Stream.of(text.split(",")))
        .map(String::trim)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** A whole number in a range. */
  public int whole(String name, int usual, int least, int most) {
    return read(
        name,
        usual,
        "a whole number from " + least + " to " + most,
        text ->
            Optional.of(text)
                .filter(it -> it.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(it -> it >= least && it <= most));
  }

  /** A number of one or more. */
  public double factor(String name, double usual) {
    return read(
        name,
        usual,
        "a number from 1 to 100",
        text -> decimal(text).map(BigDecimal::doubleValue).filter(it -> it >= 1 && it <= 100));
  }

  /** An amount of money of zero or more; empty when nobody sets it. */
  public Optional<BigDecimal> amount(String name) {
    return Optional.ofNullable(
        read(
            name,
            null,
            "an amount of zero or more",
            text -> decimal(text).filter(it -> it.signum() >= 0)));
  }

  private static Optional<BigDecimal> decimal(String text) {
    return text.matches("\\d{1,9}(\\.\\d{1,6})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  /** A duration. */
  public Duration duration(String name, Duration usual) {
    return read(name, usual, "a duration such as 500ms, 2s, 30m or 24h", DurationText::parse);
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String name, boolean usual) {
    return read(
        name,
        usual,
        "true or false",
        text ->
            Optional.of(text).filter(it -> it.matches("true|false")).map(Boolean::parseBoolean));
  }

  /** An http or https address, without a slash at its end; empty when nobody sets it. */
  public Optional<URI> address(String name) {
    return Optional.ofNullable(
        read(name, null, "an http or https address", text -> httpAddress(text)));
  }

  private static Optional<URI> httpAddress(String text) {
    try {
      URI uri = new URI(text.replaceAll("/+$", ""));
      boolean http = uri.getScheme() != null && uri.getScheme().matches("https?");
      return http && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (java.net.URISyntaxException broken) {
      return Optional.empty();
    }
  }

  /** A folder or file; a relative one starts from home. */
  public Path path(String name, String usual) {
    return home.resolve(text(name, usual)).normalize();
  }

  private <T> T read(String name, T usual, String allowed, Function<String, Optional<T>> read) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return usual;
    }
    return read.apply(text.get())
        .orElseThrow(
            () -> new SettingException(name + " is '" + text.get() + "'; it must be " + allowed));
  }
}
