package dev.genhub.engine.key;

import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.testing.HubDatabase;
import dev.genhub.engine.testing.SettableClock;
import java.util.UUID;

/** The parts of a hub that have to do with keys, on one database, under a master key. */
final class KeyHub {

  final HubDatabase database;
  final SettableClock clock;
  final MasterKey masterKey;
  final ChooseKey choices;
  final KeyStore keys;
  final KeyVault vault;
  final RewrapStore rewraps;
  final RewrapKeys rewrap;

  KeyHub(HubDatabase database, SettableClock clock, MasterKey masterKey) {
    this.database = database;
    this.clock = clock;
    this.masterKey = masterKey;
    KeyCipher cipher = new KeyCipher(masterKey);
    choices = new ChooseKey(database.users());
    keys = new KeyStore(database.users(), cipher, choices, clock);
    vault = new KeyVault(database.workers(), cipher);
    rewraps = new RewrapStore(database.users(), database.workers(), new AuditLog(clock), clock);
    rewrap = new RewrapKeys(rewraps, masterKey);
  }

  /** A key of a user at the provider {@code fake}. */
  KeyView made(UUID user, String name, String apiKey) {
    return keys.create(Actor.of(user), "fake", name, apiKey);
  }

  /** The version of a key that is current. */
  UUID version(UUID user, UUID key) {
    return keys.tested(user, key).orElseThrow().versionId();
  }

  RewrapProgress progress() {
    return rewraps.progress(SealedColumn.ALL, masterKey.sealedPrefix());
  }
}
