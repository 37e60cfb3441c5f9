package prismq.t.script.versioning.command;

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

  /** Opens the database in the folder. */
  public Database open() {
    return Database.open(folder);
  }
}
