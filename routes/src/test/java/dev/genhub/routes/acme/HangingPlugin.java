package dev.genhub.routes.acme;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.Price;
import dev.genhub.spi.ProviderAdapter;
import java.net.URI;
import java.util.concurrent.locks.LockSupport;

/** Never comes to an end of a quote, whoever interrupts it. */
public final class HangingPlugin extends NovelPlugin {

  @Override
  ProviderAdapter adapter(String provider, URI base) {
    return new AcmeAdapter(provider, base) {
      @Override
      public Price quote(GenerationRequest request) {
        while (request != null) {
          LockSupport.parkNanos(10_000_000L);
        }
        return super.quote(request);
      }
    };
  }
}
