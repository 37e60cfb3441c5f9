package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Secret;

/**
 * Keeps a secret in the browser, out of reach of scripts and of other sites.
 *
 * @param plain its name; by TLS one that browsers take only so, and from no other host of the
 *     domain
 */
public record SecretCookie(String plain, Duration life) {
  /** What the browser sent; null for nothing. */
  public @Nullable String read(Context context) {
    return context.cookie(name(context));
  }

  /** Has the browser send this secret from now on. */
  public void write(Context context, Secret secret) {
    set(context, secret.text(), Math.toIntExact(life.toSeconds()));
  }

  /** Has the browser forget it. */
  public void remove(Context context) {
    set(context, "", 0);
  }

  private void set(Context context, String value, int seconds) {
    boolean isSecure = Client.of(context).isSecure();
    context.cookie(
        new Cookie(name(context), value, "/", seconds, isSecure, true, null, SameSite.LAX));
  }

  private String name(Context context) {
    return Client.of(context).isSecure() ? secure() : plain;
  }

  private String secure() {
    return "__Host-" + plain;
  }

  /** The names that it may have. */
  Set<String> names() {
    return Set.of(plain, secure());
  }
}
