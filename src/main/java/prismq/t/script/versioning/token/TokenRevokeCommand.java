package prismq.t.script.versioning.token;

import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.command.CommandException;
import prismq.t.script.versioning.command.DataCommand;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.problem.Problem;

/** Takes a token back. */
@Command(name = "revoke", description = "Revokes an API token: its very next request is refused.")
final class TokenRevokeCommand extends DataCommand {
  @Parameters(paramLabel = "NUMBER", description = "Its number, as printed by: token list.")
  private long number;

  @Override
  protected void run() {
    try (Database database = data().openExisting()) {
      DataOption.requireWritable(database);
      Clock clock = Clock.systemUTC();
      Accounts accounts = new Accounts(database, new Links(database, clock), clock);
      Tokens tokens = new Tokens(database, accounts, clock);
      Token token = found(tokens);
      tokens.revoke(token);
      out().println("The token “" + token.name() + "” is revoked.");
    }
  }

  private Token found(Tokens tokens) {
    try {
      return tokens.token(number);
    } catch (Problem e) {
      throw new CommandException("There is no token of this number. See: token list", e);
    }
  }
}
