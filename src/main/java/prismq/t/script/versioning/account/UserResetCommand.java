package prismq.t.script.versioning.account;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.command.BaseUrl;
import prismq.t.script.versioning.command.CommandException;
import prismq.t.script.versioning.command.DataCommand;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.db.Database;

/** Prints a link by which somebody sets a new password. */
@Command(
    name = "reset",
    description = "Prints a link that sets a new password; it works once, for a day.")
final class UserResetCommand extends DataCommand {
  @Parameters(paramLabel = "EMAIL", description = "The e-mail address of the account.")
  private String email = "";

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      converter = BaseUrl.Converter.class,
      defaultValue = "${env:SCRIPT_VERSIONING_BASE_URL:-http://127.0.0.1:8080}",
      description = "The address that people open the server by (default: http://127.0.0.1:8080).")
  private @Nullable BaseUrl baseUrl;

  @Override
  protected void run() {
    try (Database database = data().openExisting()) {
      DataOption.requireWritable(database);
      Clock clock = Clock.systemUTC();
      Links links = new Links(database, clock);
      Account account = new Accounts(database, links, clock).named(email);
      if (account.isDisabled()) {
        throw new CommandException(
            account.email() + " is disabled. An admin enables it again on the page People.");
      }
      out()
          .println(
              Objects.requireNonNull(baseUrl).text()
                  + LinkPurpose.RESET.path(links.reset(account)));
    }
  }
}
