package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Secret;

/** Keeps the secret of a session in the browser, out of reach of scripts and of other sites. */
public final class SessionCookie {
  private static final String PLAIN = "session";

  /** Of a name that browsers take only by TLS, and from no other host of the domain. */
  private static final String SECURE = "__Host-session";

  private static final Duration LIFE = Duration.ofDays(7);

  private SessionCookie() {}

  /** What the browser sent; null for nothing. */
  static @Nullable String read(Context context) {
    return context.cookie(name(context));
  }

  /** Has the browser send this secret from now on. */
  public static void write(Context context, Secret secret) {
    set(context, secret.text(), Math.toIntExact(LIFE.toSeconds()));
  }

  /** Has the browser forget it. */
  public static void remove(Context context) {
    set(context, "", 0);
  }

  private static void set(Context context, String value, int seconds) {
    boolean isSecure = Client.of(context).isSecure();
    context.cookie(
        new Cookie(name(context), value, "/", seconds, isSecure, true, null, SameSite.LAX));
  }

  private static String name(Context context) {
    return Client.of(context).isSecure() ? SECURE : PLAIN;
  }
}
