package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request may do what its route needs. There are no accounts: whoever reaches the
 * server has every right, so the server listens on this machine only, answers only to its own
 * names, and takes no writes that another site had a browser send.
 */
public final class Access {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final boolean anyName;

  /**
   * Creates it.
   *
   * @param anyName whether requests may call the server by any name; else only by those of this
   *     machine, or a foreign site could have its own name lead here (DNS rebinding)
   */
  public Access(boolean anyName) {
    this.anyName = anyName;
  }

  /** Whether only this machine can reach a server that listens on this address. */
  public static boolean isLoopback(String host) {
    return LOOPBACK.contains(host) || host.equals("::1");
  }

  /**
   * Lets the request pass.
   *
   * @throws ForbiddenException where it may not do what its route needs
   */
  public void check(Context context) {
    String host = context.host();
    if (!anyName && (host == null || !LOOPBACK.contains(withoutPort(host)))) {
      throw new ForbiddenException(
          "This server answers only to localhost and 127.0.0.1. Start it with --allow-anonymous to"
              + " reach it by another name.");
    }
    if (isCrossSite(context)) {
      throw new ForbiddenException(
          "This was sent from another site, so nothing was saved. Open the page here and send it"
              + " again.");
    }
  }

  /**
   * Whether a browser says that another site sent the request (Fetch Metadata; for older browsers
   * the Origin). Clients that are no browsers send neither.
   */
  private static boolean isCrossSite(Context context) {
    if (context.method().name().equals("GET") || context.method().name().equals("HEAD")) {
      return false;
    }
    @Nullable String site = context.header("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    @Nullable String origin = context.header("Origin");
    return origin != null && !authority(origin).equals(context.host());
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":\\d+$", "");
  }
}
