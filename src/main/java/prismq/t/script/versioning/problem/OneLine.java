package prismq.t.script.versioning.problem;

import java.util.stream.Collectors;

/** What an exception says, in one line: for a log, a list of remarks, or who called a command. */
public final class OneLine {
  private OneLine() {}

  /** The sentences of a problem; of anything else its kind and its message, without a full stop. */
  public static String of(Throwable e) {
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
