package prismq.t.script.versioning.account;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import prismq.t.script.versioning.command.CommandException;
import prismq.t.script.versioning.command.DataCommand;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.InvalidInputException;

/** Makes an account. */
@Command(
    name = "add",
    description = {
      "Makes an account. Once there is one, everybody has to sign in.",
      "The first one is an admin."
    })
final class UserAddCommand extends DataCommand {
  @Parameters(paramLabel = "NAME", description = "The name that is shown.")
  private String name = "";

  @Option(
      names = "--email",
      paramLabel = "E",
      required = true,
      description = "What is signed in with.")
  private String email = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      required = true,
      converter = RoleWord.class,
      description = "viewer reads; commenter comments, too; editor writes, too; admin does all.")
  private Role role = Role.VIEWER;

  @Option(
      names = "--password-stdin",
      required = true,
      description = "Reads the password from standard input, up to the end of the line.")
  private boolean isPasswordRead;

  /** Reads a role. */
  static final class RoleWord implements ITypeConverter<Role> {
    @Override
    public Role convert(String value) {
      try {
        return Role.of(value);
      } catch (InvalidInputException e) {
        throw new TypeConversionException("'" + value + "' is none of " + Role.words());
      }
    }
  }

  @Override
  protected void run() throws Exception {
    String password = isPasswordRead ? password() : "";
    try (Database database = data().open()) {
      DataOption.requireWritable(database);
      Clock clock = Clock.systemUTC();
      Accounts accounts = new Accounts(database, new Links(database, clock), clock);
      boolean isFirst = !accounts.exist();
      Account made = accounts.add(new NewAccount(name, email, password), role);
      out()
          .println(
              made.name()
                  + " <"
                  + made.email()
                  + "> has an account now, as "
                  + role.word()
                  + "."
                  + (isFirst ? " From now on everybody has to sign in." : ""));
    }
  }

  private static String password() throws Exception {
    // Not closed: it is the process's own.
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    @Nullable String line = in.readLine();
    if (line == null || line.isEmpty()) {
      throw new CommandException(
          "There is no password on standard input. Give it in one line, as from a file: < FILE");
    }
    return line;
  }
}
