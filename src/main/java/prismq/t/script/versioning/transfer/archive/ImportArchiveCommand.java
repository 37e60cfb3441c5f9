package prismq.t.script.versioning.transfer.archive;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.transfer.imports.ImportOptions;
import prismq.t.script.versioning.transfer.imports.ImportRun;

/** The command {@code import archive}. */
@Command(
    name = "archive",
    description =
        "Imports the histories that export archive has written, with their numbers, times and"
            + " hashes.")
public final class ImportArchiveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The archive.")
  private @Nullable Path file;

  @Mixin private ImportOptions options = new ImportOptions();

  @Override
  public Integer call() {
    Path from = Objects.requireNonNull(file);
    return ImportRun.of(
        options, context -> new ArchiveImport(context, ArchiveLimits.LOCAL).run(from));
  }
}
