package prismq.t.script.versioning.command;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import prismq.t.script.versioning.db.Database;

/** The option of every command that names the data folder. */
public final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:SCRIPT_VERSIONING_DATA:-./data}",
      description = "The folder of the database file (default: ./data).")
  private Path folder = Path.of("data");

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** Opens the database in the folder; makes it where there is none. */
  public Database open() {
    return Database.open(folder);
  }

  /**
   * Opens the database that is in the folder.
   *
   * @throws CommandException if there is none, as after a typing error
   */
  public Database openExisting() {
    if (!Files.exists(folder.resolve(Database.FILE_NAME))) {
      throw new CommandException(
          "There is no database in " + folder + ". Name its folder with --data.");
    }
    return Database.open(folder);
  }

  /**
   * Checks that an open database can be changed.
   *
   * @throws CommandException if this user may only read it
   */
  public static void requireWritable(Database database) {
    if (database.isReadOnly()) {
      throw new CommandException(
          "This user may only read "
              + database.file()
              + ", so nothing was changed. Give this user the right to write the file and its"
              + " folder, then try again.");
    }
  }
}
