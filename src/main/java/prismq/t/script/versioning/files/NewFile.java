package prismq.t.script.versioning.files;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.command.CommandException;

/** Looks whether a command can make what it is told to, before it begins. */
public final class NewFile {
  private NewFile() {}

  /**
   * Looks at where a file is to be.
   *
   * @throws CommandException where that is a folder, or its folder cannot be written
   */
  public static void check(Path file) {
    if (Files.isDirectory(file)) {
      throw new CommandException(file + " is a folder. Nothing was written; name a file in it.");
    }
    checkFolder(file);
  }

  /**
   * Looks at the folder in which a file or a folder is to be.
   *
   * @throws CommandException where it does not exist or cannot be written
   */
  public static void checkFolder(Path wanted) {
    @Nullable Path folder = wanted.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new CommandException(
          "The folder of " + wanted + " does not exist or cannot be written. Nothing was written.");
    }
  }
}
