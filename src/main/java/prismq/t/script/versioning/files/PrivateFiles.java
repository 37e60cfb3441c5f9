package prismq.t.script.versioning.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders that only their owner may read and write, whatever the user's usual rights for
 * new ones are. Where the file system has no such rights, they are as usual.
 */
public final class PrivateFiles {
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private PrivateFiles() {}

  /** Creates a folder, and those above it that are missing. */
  public static void createFolders(Path folder) throws IOException {
    Files.createDirectories(folder, rights(folder, "rwx------"));
  }

  /** Creates an empty file, unless it exists. */
  public static void createFile(Path file) throws IOException {
    try {
      Files.createFile(file, rights(file, "rw-------"));
    } catch (FileAlreadyExistsException e) {
      // As it should be.
    }
  }

  private static FileAttribute<?>[] rights(Path path, String rights) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Takes the rights of others on a file or folder away, where it exists and belongs to the user
   * that this program runs as.
   */
  public static void tighten(Path path) throws IOException {
    @Nullable PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return;
    }
    try {
      PosixFileAttributes found = view.readAttributes();
      Set<PosixFilePermission> rights = EnumSet.copyOf(found.permissions());
      if (!found.isSymbolicLink()
          && rights.removeAll(OF_OTHERS)
          && user().filter(found.owner().getName()::equals).isPresent()) {
        view.setPermissions(rights);
      }
    } catch (NoSuchFileException e) {
      // There is nothing to protect.
    }
  }

  private static Optional<String> user() {
    return ProcessHandle.current().info().user();
  }
}
