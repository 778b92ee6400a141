package dev.genhub.engine.testing;

import dev.genhub.engine.key.ChooseKey;
import dev.genhub.engine.key.KeyCipher;
import dev.genhub.engine.key.KeyStore;
import dev.genhub.engine.key.KeyVault;
import dev.genhub.engine.key.MasterKey;
import java.time.Clock;

/** The keys of a hub, under a master key of their own. */
public final class Keys {

  public final KeyCipher cipher = new KeyCipher(MasterKey.of(MasterKey.generate()));
  public final ChooseKey choose;
  public final KeyStore store;
  public final KeyVault vault;

  public Keys(HubDatabase database, Clock clock) {
    choose = new ChooseKey(database.users());
    store = new KeyStore(database.users(), cipher, choose, clock);
    vault = new KeyVault(database.workers(), cipher);
  }
}
