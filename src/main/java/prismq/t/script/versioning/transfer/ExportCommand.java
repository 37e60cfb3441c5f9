package prismq.t.script.versioning.transfer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import prismq.t.script.versioning.report.ReportCommand;
import prismq.t.script.versioning.transfer.archive.ExportArchiveCommand;
import prismq.t.script.versioning.transfer.git.export.ExportGitCommand;
import prismq.t.script.versioning.transfer.patches.ExportPatchesCommand;

/** The command {@code export}. */
@Command(
    name = "export",
    description = "Gives histories out, in forms that other programs and people read.",
    subcommands = {
      ReportCommand.class,
      ExportTextCommand.class,
      ExportGitCommand.class,
      ExportPatchesCommand.class,
      ExportArchiveCommand.class
    })
public final class ExportCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandSpec command = Objects.requireNonNull(spec);
    throw new ParameterException(
        command.commandLine(),
        "Say as what: export "
            + String.join(", export ", command.subcommands().keySet())
            + ". --help after any of them tells all of it.");
  }
}
