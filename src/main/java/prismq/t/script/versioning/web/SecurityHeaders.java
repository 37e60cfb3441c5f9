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
    if (Urls.isForGuests(context.path())) {
      // The address has a secret in it, or is nobody else's business.
      context.header("Referrer-Policy", "no-referrer");
      context.header("X-Robots-Tag", "noindex, nofollow");
    } else {
      context.header("Referrer-Policy", "same-origin");
    }
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
  }
}
