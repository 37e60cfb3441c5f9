package prismq.t.script.versioning.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The room on a disk that large temporary files may take without filling it for others. */
public final class DiskRoom {
  private static final long LEFT_FREE = 500_000_000L;

  /** What operating systems say where a file cannot grow; Java has no type of its own for it. */
  private static final Pattern LACK =
      Pattern.compile("No space left|[Qq]uota exceeded|File too large|not enough space");

  private DiskRoom() {}

  /** Whether something failed because a file could not grow. */
  public static boolean isLackedIn(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && LACK.matcher(String.valueOf(cause.getMessage())).find()) {
        return true;
      }
    }
    return false;
  }

  /** In bytes, on the disk of this folder; 0 for none. */
  public static long of(Path folder) throws IOException {
    return Math.max(0, Files.getFileStore(folder).getUsableSpace() - LEFT_FREE);
  }

  /**
   * Checks that there is some.
   *
   * @throws IOException if there is not
   */
  public static void check(Path folder) throws IOException {
    if (of(folder) == 0) {
      throw new FileSystemException(folder.toString(), null, "No space left on device");
    }
  }
}
