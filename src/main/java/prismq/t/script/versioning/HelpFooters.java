package prismq.t.script.versioning;

import java.util.Map;
import picocli.CommandLine;

/** Ends what {@code --help} tells of a command with the page of the help that tells more. */
final class HelpFooters {
  private static final Map<String, String> TOPICS =
      Map.of(
          "serve", "server",
          "import", "import",
          "export", "export",
          "verify", "backup#check-a-database",
          "backup", "backup",
          "reindex", "search#rebuild-the-index",
          "share", "share#on-the-command-line",
          "stats", "server#watch-it",
          "user", "people#on-the-command-line");

  private HelpFooters() {}

  /** Adds them to a command line and all its commands. */
  static CommandLine added(CommandLine commandLine) {
    add(commandLine, "start");
    commandLine
        .getSubcommands()
        .forEach((name, command) -> add(command, TOPICS.getOrDefault(name, "server#commands")));
    return commandLine;
  }

  private static void add(CommandLine command, String topic) {
    command
        .getCommandSpec()
        .usageMessage()
        .footer("", "More about this: the page /help/" + topic + " of the server.");
    command.getSubcommands().values().forEach(part -> add(part, topic));
  }
}
