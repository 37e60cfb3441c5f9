package prismq.t.script.versioning.token;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks after tokens, also beside a running server. */
@Command(
    name = "token",
    description = "Looks after the API tokens of programs, also while the server runs.",
    subcommands = {TokenAddCommand.class, TokenListCommand.class, TokenRevokeCommand.class})
public final class TokenCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: add, list or revoke");
  }
}
