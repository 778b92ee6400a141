package dev.genhub.simulator.server;

import dev.genhub.simulator.media.FrameSize;
import dev.genhub.simulator.media.PromptPicture;
import dev.genhub.simulator.media.PromptSound;
import dev.genhub.simulator.media.PromptVideo;
import dev.genhub.simulator.task.Medium;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes files when they are first asked for, away from the event loop, and keeps the latest: the
 * same text makes the same file.
 */
public final class ResultFiles {

  private static final int KEPT = 64;
  private static final int THREADS = 2;
  private static final int CLIP_SECONDS = 2;
  private static final int TRACK_SECONDS = 6;

  /** All that a file follows from. */
  private record Recipe(String text, Medium medium, String aspectRatio) {}

  private final WorkerExecutor workers;
  private final Map<Recipe, Future<Buffer>> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Recipe, Future<Buffer>> eldest) {
          return size() > KEPT;
        }
      };

  /** Makes files on threads of its own. */
  public ResultFiles(Vertx vertx) {
    this.workers = vertx.createSharedWorkerExecutor("media", THREADS);
  }

  /** The file; shares one that is being made already. */
  public Future<Buffer> file(String text, Medium medium, String aspectRatio) {
    return kept.computeIfAbsent(
        new Recipe(text, medium, aspectRatio),
        recipe -> workers.executeBlocking(() -> Buffer.buffer(make(recipe)), false));
  }

  private static byte[] make(Recipe recipe) {
    return switch (recipe.medium()) {
      case IMAGE -> PromptPicture.png(recipe.text(), FrameSize.ofPicture(recipe.aspectRatio()));
      case VIDEO ->
          PromptVideo.mp4(recipe.text(), FrameSize.ofClip(recipe.aspectRatio()), CLIP_SECONDS);
      case MUSIC -> PromptSound.wav(recipe.text(), TRACK_SECONDS);
    };
  }
}
