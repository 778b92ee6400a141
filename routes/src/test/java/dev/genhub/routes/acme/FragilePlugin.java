package dev.genhub.routes.acme;

/** A second provider, so that its circuit breaker can be opened without harm to the first. */
public final class FragilePlugin extends AcmePlugin {

  /** Called by the hub. */
  public FragilePlugin() {
    super("fragile");
  }
}
