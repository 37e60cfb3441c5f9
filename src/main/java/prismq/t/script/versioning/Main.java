package prismq.t.script.versioning;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import prismq.t.script.versioning.account.UserCommand;
import prismq.t.script.versioning.command.ExitStatus;
import prismq.t.script.versioning.command.WrongUsage;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.share.command.ShareCommand;
import prismq.t.script.versioning.token.TokenCommand;
import prismq.t.script.versioning.transfer.BackupCommand;
import prismq.t.script.versioning.transfer.ExportCommand;
import prismq.t.script.versioning.transfer.ImportCommand;

/** The command line. Exit status: 0 done, 1 failed with one clear line, 2 wrong usage. */
@Command(
    name = "script-versioning",
    description = "Keeps, compares and brings back every version of your scripts.",
    versionProvider = Main.ReleaseVersion.class,
    subcommands = {
      ServeCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      VerifyCommand.class,
      ReindexCommand.class,
      StatsCommand.class,
      BackupCommand.class,
      UserCommand.class,
      TokenCommand.class,
      ShareCommand.class
    })
@SuppressWarnings("UnusedVariable") // Picocli asks for its two options itself.
public final class Main {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Tells how the command is used.")
  private boolean isHelpAsked;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Tells which release this is.")
  private boolean isVersionAsked;

  private Main() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] arguments) throws InterruptedException {
    Thread preparation = Database.prepare();
    int status = commandLine().execute(arguments);
    preparation.join();
    System.exit(status);
  }

  /** The command line, ready to execute. */
  static CommandLine commandLine() {
    return HelpFooters.added(new CommandLine(new Main()))
        .setParameterExceptionHandler(new WrongUsage())
        .setExecutionExceptionHandler(
            (e, commandLine, result) -> {
              commandLine.getErr().println(ExitStatus.line(e));
              commandLine.getErr().flush();
              return 1;
            });
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
