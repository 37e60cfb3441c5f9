package prismq.t.script.versioning;

import io.javalin.http.Handler;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** Turns the end of the heap in the middle of a request into a problem that can be answered. */
final class OutOfMemory {
  private OutOfMemory() {}

  /** The same handler; by the time of the answer, what it was working on is garbage. */
  static Handler toldBy(Handler handler) {
    return context -> {
      try {
        handler.handle(context);
      } catch (OutOfMemoryError e) {
        throw new Problem(
            ProblemKind.OUT_OF_MEMORY,
            "The server has too little memory for this.",
            "What was saved before is as it was. Try again when the server has less to do, or have"
                + " whoever runs it give it more, as in java -Xmx512m.",
            e);
      }
    };
  }
}
