package prismq.t.script.versioning.transfer;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * What a command said and how it ended.
 *
 * @param errors what it said to standard error, but for how far it has come, which depends on the
 *     speed of the machine
 */
public record CommandRun(int status, String out, String errors) {
  private static final Pattern PROGRESS =
      Pattern.compile("^[\\d,]+ of [\\d,]+ versions, .*/s.*\\R", Pattern.MULTILINE);

  /** Runs it as the command line does. */
  public static CommandRun of(Object command, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int status =
        new CommandLine(command)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(errors))
            .execute(words);
    return new CommandRun(
        status, out.toString(), PROGRESS.matcher(errors.toString()).replaceAll(""));
  }
}
