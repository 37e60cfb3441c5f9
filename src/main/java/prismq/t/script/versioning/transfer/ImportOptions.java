package prismq.t.script.versioning.transfer;

import picocli.CommandLine.Option;
import prismq.t.script.versioning.command.SizeLimit;
import prismq.t.script.versioning.history.VersionManager;

/** What every import can be told. */
final class ImportOptions {
  @Option(
      names = "--size-limit",
      paramLabel = "BYTES",
      converter = SizeLimit.class,
      defaultValue =
          "${env:SCRIPT_VERSIONING_SIZE_LIMIT:-" + VersionManager.DEFAULT_SIZE_LIMIT + "}",
      description =
          "Largest text taken, in bytes (default: 5 MiB, or $SCRIPT_VERSIONING_SIZE_LIMIT).")
  private int sizeLimit = VersionManager.DEFAULT_SIZE_LIMIT;

  int sizeLimit() {
    return sizeLimit;
  }
}
