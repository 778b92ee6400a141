package dev.genhub.engine.store;

import java.util.Objects;

/**
 * Where the database is.
 *
 * @param url {@code jdbc:postgresql://…}
 * @param password never shown by {@link #toString()}
 */
public record DatabaseAddress(String url, String user, String password) {

  public DatabaseAddress {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
  }

  @Override
  public String toString() {
    return "DatabaseAddress[" + url + ", user=" + user + "]";
  }
}
