package prismq.t.script.versioning.command;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import prismq.t.script.versioning.problem.Problem;

/** Turns how a command ended into its exit status. */
public final class ExitStatus {
  private ExitStatus() {}

  /** What a command does. */
  public interface Work {
    /** Does it. */
    void run() throws Exception;
  }

  /** 0 where the work is done; 1 where it failed, with one line on why. */
  public static int of(Work work, PrintWriter errors) {
    try {
      work.run();
      return 0;
    } catch (Exception e) {
      errors.println(line(e));
      errors.flush();
      return 1;
    }
  }

  /** What an exception says, in one line. */
  public static String line(Throwable e) {
    if (e instanceof Problem problem) {
      return joined(problem.sentence());
    }
    String message = e.getMessage();
    String name = e.getClass().getSimpleName();
    if (message == null || message.isBlank()) {
      return name;
    }
    // The messages of others are no sentences, so they need to say what they are about.
    return name + ": " + joined(message).replaceFirst("[.\\s]+$", "");
  }

  private static String joined(String lines) {
    return lines.lines().map(String::strip).collect(Collectors.joining(" "));
  }
}
