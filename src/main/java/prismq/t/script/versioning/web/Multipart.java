package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import jakarta.servlet.ServletException;

/** Tells apart why Jetty could not take a form of several parts apart. */
public final class Multipart {
  private Multipart() {}

  /** Whether it was over a limit of the server's; else it did not come through whole. */
  public static boolean isOverLimit(Context context, ServletException e) {
    String type = context.contentType();
    boolean saysWherePartsEnd = type != null && type.contains("boundary=");
    return saysWherePartsEnd && isIllegalState(e);
  }

  /** Jetty throws this over its limits, and where the boundary is missing. */
  private static boolean isIllegalState(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalStateException) {
        return true;
      }
    }
    return false;
  }
}
