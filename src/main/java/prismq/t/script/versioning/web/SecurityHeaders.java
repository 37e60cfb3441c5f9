package prismq.t.script.versioning.web;

import io.javalin.http.Context;

/**
 * The headers by which browsers keep pages from running, loading or being framed by foreign code.
 */
public final class SecurityHeaders {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  /** Sets them on the answer. */
  public static void set(Context context) {
    context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    if (Client.of(context).isSecure()) {
      context.header("Strict-Transport-Security", "max-age=31536000");
    }
    context.header("X-Content-Type-Options", "nosniff");
    // The address of a link has a secret in it. Without an address browsers name no origin for a
    // form either, so that those of guests could not be told from those of other sites.
    boolean isSecret = context.path().startsWith(Urls.SHARE_LINK);
    context.header("Referrer-Policy", isSecret ? "no-referrer" : "same-origin");
    if (Urls.isForGuests(context.path())) {
      context.header("X-Robots-Tag", "noindex, nofollow");
    }
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
  }
}
