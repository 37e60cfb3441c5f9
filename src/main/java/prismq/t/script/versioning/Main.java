package prismq.t.script.versioning;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import prismq.t.script.versioning.db.BusyException;
import prismq.t.script.versioning.db.UnusableDatabaseException;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.NotFoundException;

/** The command line. Exit status: 0 done, 1 failed with one clear line, 2 wrong usage. */
@Command(
    name = "script-versioning",
    description = "Keeps, compares and brings back every version of your scripts.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.ReleaseVersion.class,
    subcommands = {ServeCommand.class, VerifyCommand.class, StatsCommand.class})
public final class Main {
  private Main() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, ready to execute. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (e, commandLine, result) -> {
              commandLine.getErr().println(line(e));
              commandLine.getErr().flush();
              return 1;
            });
  }

  /** One line for the person who ran the command. */
  private static String line(Exception e) {
    if (e instanceof UnusableDatabaseException
        || e instanceof BusyException
        || e instanceof CommandException
        || e instanceof NotFoundException
        || e instanceof InvalidInputException) {
      return String.valueOf(e.getMessage());
    }
    return "This failed in a way it should not: " + e + ". What was saved before is as it was.";
  }

  /** Reads the release's number from the jar. */
  static final class ReleaseVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"script-versioning " + (version == null ? "(not packaged)" : version)};
    }
  }
}
