package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Secret;

/** Keeps in a browser that a share link was opened there; each link has a cookie of its own. */
public final class GuestCookie {
  /** Browsers keep none for longer; whether the link works is asked at each request anyway. */
  private static final Duration LIFE = Duration.ofDays(400);

  private GuestCookie() {}

  private static SecretCookie of(String shareLinkId) {
    return new SecretCookie("share-" + shareLinkId, LIFE);
  }

  /** What the browser sent for a link; null for nothing. */
  public static @Nullable String read(Context context, String shareLinkId) {
    return of(shareLinkId).read(context);
  }

  /** Has the browser send this secret from now on. */
  public static void write(Context context, String shareLinkId, Secret secret) {
    of(shareLinkId).write(context, secret);
  }
}
