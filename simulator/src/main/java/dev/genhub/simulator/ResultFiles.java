package dev.genhub.simulator;

import dev.genhub.simulator.media.PromptPicture;
import dev.genhub.simulator.media.PromptSound;
import dev.genhub.simulator.media.PromptVideo;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the files of results when they are first asked for, and keeps the latest. */
final class ResultFiles {

  private static final int KEPT = 64;
  private static final int SECONDS = 6;

  /** A file. */
  record ResultFile(String mimeType, byte[] bytes) {}

  private final Map<String, ResultFile> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, ResultFile> eldest) {
              return size() > KEPT;
            }
          });

  ResultFile file(SimTask task, String name) {
    String prompt = task.prompt().replaceAll("\\[sim:[^\\]]*\\]", "").trim();
    String number = name.replaceAll("\\D", "");
    return kept.computeIfAbsent(
        prompt + "/" + number + "/" + name.replaceAll(".*\\.", ""), key -> make(prompt, name));
  }

  private static ResultFile make(String prompt, String name) {
    String variant = name.startsWith("0") || name.startsWith("thumb") ? "" : " #" + name.charAt(0);
    if (name.endsWith(".mp4")) {
      return new ResultFile("video/mp4", PromptVideo.mp4(prompt + variant, 320, 176, 2));
    }
    if (name.endsWith(".wav")) {
      return new ResultFile("audio/wav", PromptSound.wav(prompt + variant, SECONDS));
    }
    int size = name.startsWith("thumb") ? 160 : 512;
    return new ResultFile("image/png", PromptPicture.png(prompt + variant, size, size));
  }
}
