package prismq.t.script.versioning.token;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.command.CommandException;
import prismq.t.script.versioning.command.DataCommand;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.InvalidInputException;

/** Makes a token. */
@Command(
    name = "add",
    description = "Prints a new API token, alone on its line; it is shown only now.")
final class TokenAddCommand extends DataCommand {
  @Option(
      names = "--email",
      paramLabel = "E",
      required = true,
      description = "The account of its owner, in whose name it works.")
  private String email = "";

  @Option(
      names = "--right",
      paramLabel = "RIGHT",
      required = true,
      converter = RightWord.class,
      description = {
        "read reads; write saves in the owner's name, too; write-as in the names of others, too;",
        "admin does all; never more than the owner may."
      })
  private TokenRight right = TokenRight.READ;

  @Option(
      names = "--script",
      paramLabel = "ID",
      description = "A script that it is for; can be repeated (default: all).")
  private List<String> scripts = new ArrayList<>();

  @Option(
      names = "--project",
      paramLabel = "NAME",
      description = "A project whose scripts it is for; can be repeated.")
  private List<String> projects = new ArrayList<>();

  @Option(
      names = "--expires",
      paramLabel = "DAYS",
      converter = Days.class,
      description = "For how many days it works (default: until it is revoked).")
  private @Nullable Integer days;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "Command line",
      description = "What it is called in lists and in the audit log (default: Command line).")
  private String name = "";

  /** Reads a right. */
  static final class RightWord implements ITypeConverter<TokenRight> {
    @Override
    public TokenRight convert(String value) {
      try {
        return TokenRight.of(value);
      } catch (InvalidInputException e) {
        throw new TypeConversionException(
            "'" + value + "' is none of " + TokenRight.words(List.of(TokenRight.values())));
      }
    }
  }

  /** Reads a number of days. */
  static final class Days implements ITypeConverter<Integer> {
    @Override
    public @Nullable Integer convert(String value) {
      try {
        return NewToken.checkedDays(value);
      } catch (InvalidInputException e) {
        throw new TypeConversionException("'" + value + "' is no number of days from 1 to 3650");
      }
    }
  }

  @Override
  protected void run() {
    try (Database database = data().openExisting()) {
      DataOption.requireWritable(database);
      Clock clock = Clock.systemUTC();
      Accounts accounts = new Accounts(database, new Links(database, clock), clock);
      Account owner = accounts.named(email);
      if (owner.isDisabled()) {
        throw new CommandException(
            owner.email() + " is disabled. An admin enables it again on the page People.");
      }
      NewToken made = new NewToken(name, right, scripts, projects, days);
      out().println(new Tokens(database, accounts, clock).make(owner, made));
    }
  }
}
