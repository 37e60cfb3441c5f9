package prismq.t.script.versioning.transfer;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code import}. */
@Command(
    name = "import",
    description = "Brings histories in from elsewhere; a second run adds only what is new.",
    mixinStandardHelpOptions = true,
    subcommands = {ImportGitCommand.class, ImportFolderCommand.class})
public final class ImportCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "Say where from: import git REPO or import folder DIR.");
    }
  }
}
