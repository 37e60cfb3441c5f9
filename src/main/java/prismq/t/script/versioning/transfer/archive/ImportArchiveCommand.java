package prismq.t.script.versioning.transfer.archive;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.transfer.intake.ImportOptions;
import prismq.t.script.versioning.transfer.intake.ImportRun;

/** The command {@code import archive}. */
@Command(
    name = "archive",
    description =
        "Imports the histories that export archive has written, with their numbers, times and"
            + " hashes.",
    mixinStandardHelpOptions = true)
public final class ImportArchiveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The archive.")
  private @Nullable Path file;

  @Mixin private DataOption data = new DataOption();
  @Mixin private ImportOptions options = new ImportOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Path from = Objects.requireNonNull(file);
    return ImportRun.of(
        data.folder(),
        options,
        line.getOut(),
        line.getErr(),
        intake -> new ArchiveImport(intake, ArchiveLimits.LOCAL).run(from));
  }
}
