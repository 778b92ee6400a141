package dev.genhub.spi;

/** The methods that providers use. */
public enum HttpMethod {
  GET,
  POST,
  PUT,
  DELETE
}
