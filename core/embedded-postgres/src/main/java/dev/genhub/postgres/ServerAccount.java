package dev.genhub.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who the server runs as. PostgreSQL refuses to run as root, so root hands it to an account without
 * rights; everybody else runs it as themselves.
 *
 * <p>An account without rights cannot pass a folder that only root may enter, such as a home. There
 * it keeps one of root's rights, to pass folders and read files; it can still change nothing that
 * is not its own.
 *
 * @param dropsRoot whether the server runs as another account than this process
 * @param keepsSearch whether that account keeps the right to pass folders
 */
record ServerAccount(boolean dropsRoot, boolean keepsSearch) {

  /** {@code nobody} on every Linux; initdb wants an account that has a name. */
  private static final int NOBODY = 65534;

  private static final String SHARED = "rwxr-xr-x";

  /** The account for a server in a folder. */
  static ServerAccount forFolder(Path folder) throws IOException {
    boolean root = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    return new ServerAccount(root, root && !passable(folder));
  }

  private static boolean passable(Path folder) throws IOException {
    for (Path above = folder; above != null; above = above.getParent()) {
      if (!Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  /** The command, run as the account. */
  List<String> as(List<String> command) {
    if (!dropsRoot) {
      return command;
    }
    List<String> dropped =
        new ArrayList<>(
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    if (keepsSearch) {
      dropped.addAll(List.of("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"));
    }
    dropped.add("--");
    dropped.addAll(command);
    return dropped;
  }

  /**
   * Where the server's programs go. PostgreSQL checks that it may run its own programs, and that
   * check does not know of the kept right: they need a place that everybody may enter.
   */
  Path programs(Path home) throws IOException {
    if (!keepsSearch) {
      return home.resolve("server");
    }
    Path shared = Path.of(System.getProperty("java.io.tmpdir"), "genhub-postgres-programs");
    if (!Files.exists(shared)) {
      Files.createDirectory(
          shared, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(SHARED)));
    }
    Map<String, Object> attributes =
        Files.readAttributes(shared, "unix:uid,permissions", LinkOption.NOFOLLOW_LINKS);
    // in a folder for everybody, somebody else may have been faster
    boolean ours =
        attributes.get("uid").equals(0)
            && attributes.get("permissions").equals(PosixFilePermissions.fromString(SHARED));
    if (!ours) {
      throw new PostgresException(
          shared + " belongs to another account; remove it, or choose another java.io.tmpdir");
    }
    return shared.resolve("server");
  }

  /** Gives a folder, with all that is in it, to the account. */
  void own(Path folder) throws IOException {
    if (!dropsRoot) {
      return;
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
    Files.setAttribute(file, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(file, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
  }
}
