package prismq.t.script.versioning.transfer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import prismq.t.script.versioning.transfer.archive.ImportArchiveCommand;
import prismq.t.script.versioning.transfer.folder.ImportFolderCommand;
import prismq.t.script.versioning.transfer.git.ImportGitCommand;
import prismq.t.script.versioning.transfer.mediawiki.ImportMediaWikiCommand;
import prismq.t.script.versioning.transfer.prismq.ImportPrismQCommand;

/** The command {@code import}. */
@Command(
    name = "import",
    description = "Brings histories in from elsewhere; a second run adds only what is new.",
    subcommands = {
      ImportGitCommand.class,
      ImportFolderCommand.class,
      ImportPrismQCommand.class,
      ImportMediaWikiCommand.class,
      ImportArchiveCommand.class
    })
public final class ImportCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandSpec command = Objects.requireNonNull(spec);
    throw new ParameterException(
        command.commandLine(),
        "Say where from: import "
            + String.join(", import ", command.subcommands().keySet())
            + ". --help after any of them tells all of it.");
  }
}
