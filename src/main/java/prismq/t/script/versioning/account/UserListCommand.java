package prismq.t.script.versioning.account;

import java.time.Clock;
import picocli.CommandLine.Command;
import prismq.t.script.versioning.command.DataCommand;
import prismq.t.script.versioning.db.Database;

/** Prints who has an account. */
@Command(
    name = "list",
    description = "Prints each account in a line: e-mail, role, name; and whether it is disabled.")
final class UserListCommand extends DataCommand {
  @Override
  protected void run() {
    try (Database database = data().openExisting()) {
      Clock clock = Clock.systemUTC();
      for (Account account : new Accounts(database, new Links(database, clock), clock).list()) {
        out()
            .println(
                account.email()
                    + "\t"
                    + account.role().word()
                    + "\t"
                    + account.name()
                    + (account.isDisabled() ? "\tdisabled" : ""));
      }
    }
  }
}
