package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import io.javalin.http.util.MultipartUtil;
import jakarta.servlet.ServletException;
import java.io.EOFException;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpException;
import prismq.t.script.versioning.files.DiskRoom;

/** What Jetty made of a form of several parts, or why it could not take it apart. */
public final class Multipart {
  private Multipart() {}

  /**
   * Whether Jetty has decoded the fields already, as parameters, where Javalin would decode each
   * once more. Parameters of the address, which come before them, are not among the fields.
   */
  static boolean isParsed(Context context) {
    return context.isMultipartFormData()
        && context.queryString() == null
        && context.req().getAttribute(MultipartUtil.MULTIPART_CONFIG_ATTRIBUTE) != null;
  }

  /** Whether it was over a limit of the server's. */
  public static boolean isOverLimit(ServletException e) {
    // Jetty throws the same where it is used wrongly; only the message tells them apart.
    return isCausedBy(
        e,
        cause ->
            (cause instanceof HttpException refused && refused.getCode() == 413)
                || (cause instanceof IllegalStateException
                    && String.valueOf(cause.getMessage()).contains("exceeded")));
  }

  /** Whether the server had no room for it. */
  public static boolean isWithoutRoom(ServletException e) {
    return isCausedBy(
            e, cause -> cause instanceof HttpException refused && refused.getCode() == 507)
        || DiskRoom.isLackedIn(e);
  }

  /** Whether it ended too early, is no such form, or does not say where its parts end. */
  public static boolean isBroken(Context context, ServletException e) {
    String type = context.contentType();
    return type == null
        || !type.contains("boundary=")
        || isCausedBy(e, cause -> cause instanceof HttpException || cause instanceof EOFException);
  }

  private static boolean isCausedBy(Throwable e, Predicate<Throwable> is) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (is.test(cause)) {
        return true;
      }
    }
    return false;
  }
}
