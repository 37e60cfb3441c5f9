package prismq.t.script.versioning.transfer.intake;

import picocli.CommandLine.Option;
import prismq.t.script.versioning.command.SizeLimit;
import prismq.t.script.versioning.history.VersionManager;

/** What every import can be told. */
public final class ImportOptions {
  @Option(
      names = "--size-limit",
      paramLabel = "BYTES",
      converter = SizeLimit.class,
      defaultValue =
          "${env:SCRIPT_VERSIONING_SIZE_LIMIT:-" + VersionManager.DEFAULT_SIZE_LIMIT + "}",
      description =
          "Largest text taken, in bytes (default: 5 MiB, or $SCRIPT_VERSIONING_SIZE_LIMIT).")
  private int sizeLimit = VersionManager.DEFAULT_SIZE_LIMIT;

  @Option(
      names = "--preview",
      description = "Reads all and tells what would come in and what not; saves nothing.")
  private boolean preview;

  /** In bytes. */
  public int sizeLimit() {
    return sizeLimit;
  }

  /** Whether nothing is to be saved. */
  public boolean isPreview() {
    return preview;
  }
}
