package prismq.t.script.versioning.account;

import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.command.DataCommand;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.db.Database;

/** Keeps somebody from signing in. */
@Command(
    name = "disable",
    description = "Signs somebody out everywhere, and lets them no longer sign in.")
final class UserDisableCommand extends DataCommand {
  @Parameters(paramLabel = "EMAIL", description = "The e-mail address of the account.")
  private String email = "";

  @Override
  protected void run() {
    try (Database database = data().openExisting()) {
      DataOption.requireWritable(database);
      Clock clock = Clock.systemUTC();
      Accounts accounts = new Accounts(database, new Links(database, clock), clock);
      Account account = accounts.named(email);
      accounts.change(account.id(), before -> before.disabled(true));
      out().println(account.email() + " can no longer sign in. What they wrote is kept.");
    }
  }
}
