package dev.genhub.engine.catalogue;

import dev.genhub.engine.plugin.InstalledPlugin.Service;
import dev.genhub.engine.plugin.PluginRuntime;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The catalogue of a folder of jars, kept equal to the folder. A jar is let in when it works and
 * takes nothing away from another; until then what served before goes on. What is replaced, stopped
 * or removed stays loaded until it has finished what it began.
 *
 * <p>Changed by one thread at a time; {@link #current()} may be asked by any.
 */
public final class LiveCatalogue implements Catalogues, AutoCloseable {

  private final Admission admission;
  private final FolderJars jars;
  private final PluginOperator operator;

  /**
   * @param folder where the jars are
   * @param check throws {@link IllegalArgumentException} for a plugin that cannot be let in
   * @param finishing looks after what was replaced, stopped or removed
   */
  public LiveCatalogue(
      Path folder, PluginRuntime runtime, Consumer<Service> check, FinishingPlugins finishing) {
    PluginFiles files = new PluginFiles(folder);
    this.admission = new Admission(check);
    this.jars = new FolderJars(files, runtime, admission, finishing);
    this.operator = new PluginOperator(files, runtime, admission, jars);
  }

  @Override
  public Catalogue current() {
    return jars.catalogue();
  }

  /** Changes the folder and the catalogue together. */
  public PluginOperator operator() {
    return operator;
  }

  /** Gives every plugin its routes, from now on before it serves. */
  public void open(PluginRoutes opened) {
    synchronized (jars) {
      admission.giveRoutes(opened);
      jars.openRoutes();
    }
  }

  /**
   * Follows a change of the folder. Files that were refused before are tried again, as what stood
   * in their way may be gone. What was taken up as it stands there is left alone.
   *
   * @param changed the names of jars that are new, other or gone, or stopped or not since
   */
  public void follow(Set<String> changed) {
    synchronized (jars) {
      jars.follow(changed);
    }
  }

  /** Lets go of plugins that have finished what they began; to be called all the time. */
  public void advance() {
    synchronized (jars) {
      jars.advance();
    }
  }

  @Override
  public void close() {
    synchronized (jars) {
      jars.close();
    }
  }
}
