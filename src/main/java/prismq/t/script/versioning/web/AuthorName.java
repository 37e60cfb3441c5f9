package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;

/**
 * Whose name a version is saved under: that of the account that is signed in. Where nobody has an
 * account, forms ask for it, and the browser remembers it to fill it in next time.
 */
public final class AuthorName {
  private static final String NAME = "author";
  private static final int YEAR = 365 * 24 * 60 * 60;

  private AuthorName() {}

  /** The name that a form starts with; empty if none is known. */
  public static String known(Context context) {
    return Requester.of(context) instanceof SignedIn signedIn
        ? signedIn.account().name()
        : remembered(context);
  }

  /** The name that a form was sent under. */
  public static String sent(Context context) {
    return Requester.of(context) instanceof SignedIn signedIn
        ? signedIn.account().name()
        : SentForm.text(context, NAME);
  }

  private static String remembered(Context context) {
    String value = context.cookie(NAME);
    try {
      return value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Remembers a name for a year, where nobody is signed in. */
  public static void remember(Context context, String author) {
    if (!(Requester.of(context) instanceof SignedIn)) {
      String value = URLEncoder.encode(author, StandardCharsets.UTF_8);
      context.cookie(new Cookie(NAME, value, "/", YEAR, false, true, null, SameSite.LAX));
    }
  }
}
