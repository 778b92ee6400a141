package dev.genhub.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/**
 * Who the server runs as. PostgreSQL refuses to run as root, so root hands it to an account without
 * rights; everybody else runs it as themselves.
 */
record ServerAccount(boolean dropsRoot) {

  /** {@code nobody} on every Linux; initdb wants an account that has a name. */
  private static final int NOBODY = 65534;

  static ServerAccount current() throws IOException {
    boolean root = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    return new ServerAccount(root);
  }

  /** The command, run as the account. */
  List<String> as(List<String> command) {
    if (!dropsRoot) {
      return command;
    }
    List<String> dropped =
        new ArrayList<>(
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
    dropped.addAll(command);
    return dropped;
  }

  /**
   * Gives a folder to the account.
   *
   * @throws PostgresException if the account cannot reach the folder
   */
  void own(Path folder) throws IOException {
    if (!dropsRoot) {
      return;
    }
    for (Path above = folder.getParent(); above != null; above = above.getParent()) {
      if (!Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        throw new PostgresException(
            "as root PostgreSQL runs as an account without rights, which cannot enter "
                + above
                + "; choose a genhub.data-dir that others may enter, or run as another user");
      }
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            give(directory);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            give(file);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void give(Path file) throws IOException {
    Files.setAttribute(file, "unix:uid", NOBODY, java.nio.file.LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(file, "unix:gid", NOBODY, java.nio.file.LinkOption.NOFOLLOW_LINKS);
  }
}
