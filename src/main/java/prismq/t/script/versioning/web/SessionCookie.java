package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Secret;

/** Keeps the secret of a session in the browser. */
public final class SessionCookie {
  private static final SecretCookie COOKIE = new SecretCookie("session", Duration.ofDays(7));

  /** All names that it may have. */
  static final Set<String> NAMES = COOKIE.names();

  private SessionCookie() {}

  /** What the browser sent; null for nothing. */
  static @Nullable String read(Context context) {
    return COOKIE.read(context);
  }

  /** Has the browser send this secret from now on. */
  public static void write(Context context, Secret secret) {
    COOKIE.write(context, secret);
  }

  /** Has the browser forget it. */
  public static void remove(Context context) {
    COOKIE.remove(context);
  }
}
