package prismq.t.script.versioning;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says where the data is; every command has it. */
public final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:SCRIPT_VERSIONING_DATA:-./data}",
      description = "Folder of the database (default: ./data, or $SCRIPT_VERSIONING_DATA).")
  private Path folder = Path.of("data");

  /** The folder of the database. */
  public Path folder() {
    return folder;
  }
}
