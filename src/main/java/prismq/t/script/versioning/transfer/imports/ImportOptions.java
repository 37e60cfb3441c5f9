package prismq.t.script.versioning.transfer.imports;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.command.SizeLimit;
import prismq.t.script.versioning.history.VersionManager;

/** What every import can be told. */
public final class ImportOptions {
  @Mixin private DataOption data = new DataOption();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

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

  /** The folder of the database file. */
  Path folder() {
    return data.folder();
  }

  /** The command that the options were given to. */
  CommandLine line() {
    return Objects.requireNonNull(command).commandLine();
  }

  /** In bytes. */
  int sizeLimit() {
    return sizeLimit;
  }

  /** Whether nothing is to be saved. */
  boolean isPreview() {
    return preview;
  }
}
