package prismq.t.script.versioning.token;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.command.DataCommand;
import prismq.t.script.versioning.db.Database;

/** Prints which tokens there are. */
@Command(
    name = "list",
    description = {
      "Prints each API token that was not revoked in a line: number, e-mail of the owner, right,",
      "name, when it was used last, when it ends, the scripts that it is for, and the projects."
    })
final class TokenListCommand extends DataCommand {
  @Override
  protected void run() {
    try (Database database = data().openExisting()) {
      Clock clock = Clock.systemUTC();
      Accounts accounts = new Accounts(database, new Links(database, clock), clock);
      for (OwnedToken owned : new Tokens(database, accounts, clock).list()) {
        out().println(line(owned));
      }
    }
  }

  private static String line(OwnedToken owned) {
    Token token = owned.token();
    return String.join(
        "\t",
        Long.toString(token.id()),
        owned.owner().email(),
        token.right().word(),
        token.name(),
        time(token.usedAt()),
        time(token.expiresAt()),
        String.join(" ", owned.scriptIds()),
        String.join(", ", owned.projects()));
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "never" : time.toString();
  }
}
