package dev.genhub.app;

import dev.genhub.engine.callback.CallbackStore;
import dev.genhub.engine.dispatch.DispatchStore;
import dev.genhub.engine.dispatch.Intent;
import dev.genhub.engine.dispatch.TakenTask;
import dev.genhub.engine.generation.Acceptance;
import dev.genhub.engine.generation.IntakeStore;
import dev.genhub.engine.generation.NewGeneration;
import dev.genhub.engine.generation.SettleGenerations;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.polling.FollowStore;
import dev.genhub.engine.store.BatchWriter;

/** The writes that share commits, each kind with its own writer, so that none waits for another. */
record Writers(
    BatchWriter<NewGeneration, Acceptance> intake,
    BatchWriter<Intent, Boolean> intents,
    BatchWriter<TakenTask, Boolean> taken,
    BatchWriter<Settlement, Boolean> settlements,
    BatchWriter<FollowStore.Look, Void> looks,
    BatchWriter<CallbackStore.Arrived, Void> arrivals) {

  private static final int WAITING = 10_000;

  static Writers start(
      IntakeStore intake,
      DispatchStore dispatch,
      SettleGenerations settle,
      FollowStore follow,
      CallbackStore callbacks,
      Resources resources) {
    return new Writers(
        resources.add(new BatchWriter<>("intake", 4, 200, WAITING, intake::accept)),
        resources.add(new BatchWriter<>("intents", 2, 200, WAITING, dispatch::declare)),
        resources.add(new BatchWriter<>("taken", 2, 200, WAITING, dispatch::follow)),
        resources.add(new BatchWriter<>("settlements", 2, 100, WAITING, settle::settle)),
        resources.add(new BatchWriter<>("looks", 2, 500, WAITING, follow::record)),
        resources.add(new BatchWriter<>("callbacks", 2, 200, WAITING, callbacks::keep)));
  }
}
