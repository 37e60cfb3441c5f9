package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import io.javalin.http.util.MultipartUtil;
import jakarta.servlet.ServletException;

/** What Jetty made of a form of several parts, or why it could not take it apart. */
public final class Multipart {
  private Multipart() {}

  /**
   * Whether Jetty has decoded the fields already, as parameters, where Javalin would decode each
   * once more. Parameters of the address, which come before them, are not among the fields.
   */
  static boolean isTakenApart(Context context) {
    return context.isMultipartFormData()
        && context.queryString() == null
        && context.req().getAttribute(MultipartUtil.MULTIPART_CONFIG_ATTRIBUTE) != null;
  }

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
