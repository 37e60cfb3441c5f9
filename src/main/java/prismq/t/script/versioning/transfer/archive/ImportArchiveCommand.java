package prismq.t.script.versioning.transfer.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportSourceCommand;

/** The command {@code import archive}. */
@Command(
    name = "archive",
    description =
        "Imports the histories that export archive has written, with their numbers, times and"
            + " hashes.")
public final class ImportArchiveCommand extends ImportSourceCommand {
  @Parameters(paramLabel = "FILE", description = "The archive.")
  private @Nullable Path file;

  @Override
  protected void importTo(ImportContext context) throws IOException {
    new ArchiveImport(context, ArchiveLimits.LOCAL).run(Objects.requireNonNull(file));
  }
}
