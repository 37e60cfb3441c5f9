package prismq.t.script.versioning.share.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks after share links, also beside a running server. */
@Command(
    name = "share",
    description = {
      "Looks after links that show one comparison, version or report to somebody without an",
      "account, also while the server runs."
    },
    subcommands = {ShareAddCommand.class, ShareListCommand.class, ShareRevokeCommand.class})
public final class ShareCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: add, list or revoke");
  }
}
