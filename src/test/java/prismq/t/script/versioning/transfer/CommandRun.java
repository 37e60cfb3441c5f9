package prismq.t.script.versioning.transfer;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a command said and how it ended. */
public record CommandRun(int status, String out, String errors) {
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
    return new CommandRun(status, out.toString(), errors.toString());
  }
}
