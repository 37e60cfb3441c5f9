package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Remembers the author's name in the browser, to fill it in next time. */
public final class AuthorCookie {
  private static final String NAME = "author";
  private static final int YEAR = 365 * 24 * 60 * 60;

  private AuthorCookie() {}

  /** The name; empty if none is remembered. */
  public static String read(Context context) {
    String value = context.cookie(NAME);
    try {
      return value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Remembers a name for a year. */
  public static void write(Context context, String author) {
    String value = URLEncoder.encode(author, StandardCharsets.UTF_8);
    context.cookie(new Cookie(NAME, value, "/", YEAR, false, true, null, SameSite.LAX));
  }
}
