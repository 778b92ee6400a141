package dev.genhub.google;

import dev.genhub.spi.ContentType;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.ModelsFile;
import java.util.List;
import java.util.stream.Stream;

/** Google's models, a file for each kind of media. */
final class MediaModels {

  private final List<ModelsFile> files =
      Stream.of("images.json", "videos.json", "music.json")
          .map(name -> ModelsFile.read(MediaModels.class, name))
          .toList();

  List<ModelSpec> all() {
    return files.stream().flatMap(file -> file.models().stream()).toList();
  }

  ContentType contentType(String model) {
    return spec(model).contentType();
  }

  private ModelSpec spec(String model) {
    return all().stream().filter(spec -> spec.id().equals(model)).findFirst().orElseThrow();
  }

  /** The file in which a model stands. */
  ModelsFile of(String model) {
    return files.stream().filter(file -> file.entry(model).isObject()).findFirst().orElseThrow();
  }

  MediaPrices prices() {
    return new MediaPrices(this);
  }
}
