package prismq.t.script.versioning.files;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks whether a command can create its output, before it begins. */
public final class NewFile {
  private NewFile() {}

  /**
   * Checks the place of a new file.
   *
   * @throws NotWrittenException where that is a folder, or its folder cannot be written
   */
  public static void check(Path file) {
    if (Files.isDirectory(file)) {
      throw new NotWrittenException(file + " is a folder. Nothing was written; name a file in it.");
    }
    checkFolder(file);
  }

  /**
   * Checks the folder of a new file or folder.
   *
   * @throws NotWrittenException where it does not exist or cannot be written
   */
  public static void checkFolder(Path wanted) {
    @Nullable Path folder = wanted.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new NotWrittenException(
          "The folder of " + wanted + " does not exist or cannot be written. Nothing was written.");
    }
  }
}
