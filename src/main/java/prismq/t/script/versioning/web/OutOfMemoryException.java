package prismq.t.script.versioning.web;

import io.javalin.http.Handler;

/** A request for which the heap is too small. */
public final class OutOfMemoryException extends RuntimeException {
  private OutOfMemoryException(OutOfMemoryError cause) {
    super(
        "The server has too little memory for this. Nothing was saved by this request; what was"
            + " saved before is as it was. Try again when the server has less to do, or have whoever"
            + " runs it give it more, as in java -Xmx512m.",
        cause);
  }

  /**
   * The same handler, of which the error can be answered: by then, what it was working on is
   * garbage.
   */
  public static Handler thrownBy(Handler handler) {
    return context -> {
      try {
        handler.handle(context);
      } catch (OutOfMemoryError e) {
        throw new OutOfMemoryException(e);
      }
    };
  }
}
