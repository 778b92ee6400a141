package dev.genhub.app;

import dev.genhub.app.settings.HubSettings;
import java.net.URI;

/** A hub that answers requests until it is closed. */
public final class RunningHub implements AutoCloseable {
  private final HubSettings settings;
  private final Resources resources;

  RunningHub(HubSettings settings, Resources resources) {
    this.settings = settings;
    this.resources = resources;
  }

  /** Where it listens, as seen from this machine. */
  public URI address() {
    return URI.create("http://" + settings.http().host() + ":" + settings.http().port());
  }

  /** Ends what is under way, then everything else; within ten seconds. */
  @Override
  public void close() {
    resources.close();
  }
}
