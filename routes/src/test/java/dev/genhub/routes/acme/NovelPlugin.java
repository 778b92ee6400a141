package dev.genhub.routes.acme;

/** A provider that comes and goes while the hub runs. */
public class NovelPlugin extends AcmePlugin {

  /** Called by the hub. */
  public NovelPlugin() {
    super("novel");
  }
}
