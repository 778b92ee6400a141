package dev.genhub.engine.catalogue;

/**
 * Where the catalogue of the moment is had. Whoever works with it takes it once for each request or
 * piece of work: while they look at it, it stays what it is, whatever becomes of the plugins.
 */
@FunctionalInterface
public interface Catalogues {

  /** The catalogue as it is now. */
  Catalogue current();
}
