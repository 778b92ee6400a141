package dev.genhub.spi;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Where a provider is: the address under which every call of an adapter stands.
 *
 * @param address http or https, without a slash at the end, query or fragment
 */
public record BaseUrl(URI address) {

  /** The setting that every plugin has. */
  public static final String SETTING = "base-url";

  public BaseUrl {
    Objects.requireNonNull(address, "address");
  }

  /** The setting {@code base-url}, with the vendor's address as its default. */
  public static SettingSpec setting(String vendorsAddress) {
    return SettingSpec.withDefault(SETTING, vendorsAddress, "where the provider is");
  }

  /**
   * Reads the setting {@code base-url}.
   *
   * @throws IllegalArgumentException unless it is an http or https address; the message says the
   *     value and what is allowed
   */
  public static BaseUrl of(ProviderSettings settings) {
    String text = settings.require(SETTING);
    if (!text.matches("https?://[^\\s/?#@]+(/[^\\s?#]*)?")) {
      throw new IllegalArgumentException(
          SETTING + " is '" + text + "'; an http or https address is allowed");
    }
    return new BaseUrl(URI.create(text.replaceAll("/+$", "")));
  }

  /**
   * An address under this one.
   *
   * @param path begins with a slash and may have a query; each {@code {}} in it takes the next of
   *     the values
   * @param values ids and other words of the provider; whatever is in them, they stay within their
   *     segment of the path or their field of the query
   * @throws IllegalArgumentException if there are more or fewer values than places, or a value is
   *     {@code .} or {@code ..}
   */
  public URI at(String path, String... values) {
    String[] fixed = path.split("\\{}", -1);
    if (fixed.length != values.length + 1) {
      throw new IllegalArgumentException(
          path + " has " + (fixed.length - 1) + " places for " + values.length + " values");
    }
    StringBuilder whole = new StringBuilder(address.toString()).append(fixed[0]);
    for (int i = 0; i < values.length; i++) {
      whole.append(encoded(values[i])).append(fixed[i + 1]);
    }
    return URI.create(whole.toString());
  }

  /** Percent-encoded (RFC 3986). */
  private static String encoded(String value) {
    if (value.equals(".") || value.equals("..")) {
      // encoded or not, that is the way upwards
      throw new IllegalArgumentException("'" + value + "' is no part of an address");
    }
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Whether an address is this one's own: the same scheme, host and port, and under its path. An
   * adapter asks before it lets a key go to an address that the provider's answer names.
   */
  public boolean holds(URI other) {
    URI uri = other.normalize();
    return address.getScheme().equalsIgnoreCase(uri.getScheme())
        && address.getRawAuthority().equalsIgnoreCase(uri.getRawAuthority())
        && uri.getRawPath() != null
        && uri.getRawPath().startsWith(address.getRawPath() + "/");
  }

  /** The address. */
  @Override
  public String toString() {
    return address.toString();
  }
}
