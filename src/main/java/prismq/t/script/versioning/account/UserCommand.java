package prismq.t.script.versioning.account;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks after accounts, also beside a running server. */
@Command(
    name = "user",
    description = "Looks after people's accounts, also while the server runs.",
    subcommands = {
      UserAddCommand.class,
      UserListCommand.class,
      UserResetCommand.class,
      UserDisableCommand.class
    })
public final class UserCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: add, list, reset or disable");
  }
}
