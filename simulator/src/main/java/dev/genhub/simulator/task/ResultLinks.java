package dev.genhub.simulator.task;

import java.net.URI;

/**
 * Where the files of results are.
 *
 * @param base without a slash at its end
 */
public record ResultLinks(String base) {

  /** The path under which all files are. */
  public static final String PATH = "/files/";

  /** In the place of a task's id: files that no task has made. */
  public static final String FORGED = "forged";

  /** Under an address, with or without a slash at its end. */
  public static ResultLinks under(URI address) {
    return new ResultLinks(address.toString().replaceAll("/+$", ""));
  }

  /** The address of a result. */
  String file(SimTask task, int number) {
    return base + PATH + task.id() + "/" + number + "." + task.product().medium().extension();
  }

  /** The address of a preview. */
  String thumbnail(SimTask task) {
    return base + PATH + task.id() + "/thumb.png";
  }
}
