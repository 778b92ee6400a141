package dev.genhub.app;

import dev.genhub.engine.key.ChangeKey;
import dev.genhub.engine.key.ChooseKey;
import dev.genhub.engine.key.CreateKey;
import dev.genhub.engine.key.DeleteKey;
import dev.genhub.engine.key.DescribeKeyCheck;
import dev.genhub.engine.key.ForgetKeyVersions;
import dev.genhub.engine.key.GetKey;
import dev.genhub.engine.key.KeyStore;
import dev.genhub.engine.key.ListKeys;
import dev.genhub.engine.key.ReadKeyReport;
import dev.genhub.engine.key.RecordKeyReport;
import dev.genhub.engine.key.RemindOfRotation;

/** The verbs of users' keys. */
final class KeyVerbs {
  private KeyVerbs() {}

  static void add(Verbs verbs, Parts parts, ChooseKey choices) {
    KeyStore keys = new KeyStore(parts.users, parts.cipher, choices, parts.clock);
    verbs.add(
        new CreateKey(keys, parts.catalogue),
        new ListKeys(keys),
        new GetKey(keys),
        new ChangeKey(keys),
        new DeleteKey(keys),
        new DescribeKeyCheck(keys, parts.catalogue, parts.adapters, parts.clock),
        new ReadKeyReport(parts.adapters),
        new RecordKeyReport(keys, parts.creditsLow, parts.clock),
        new RemindOfRotation(parts.workers, parts.clock),
        new ForgetKeyVersions(parts.workers, parts.clock));
  }
}
