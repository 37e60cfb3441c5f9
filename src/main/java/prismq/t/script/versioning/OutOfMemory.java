package prismq.t.script.versioning;

import io.javalin.http.Handler;
import prismq.t.script.versioning.language.FilledMessage;
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
            FilledMessage.of("problem.no_memory"),
            FilledMessage.of("problem.no_memory_next"),
            e);
      }
    };
  }
}
