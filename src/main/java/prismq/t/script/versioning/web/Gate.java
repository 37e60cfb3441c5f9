package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/**
 * Decides whether a request may do what its route needs. There are no accounts: every client has
 * every right, so the server listens on this machine only by default, answers only to its own
 * names, and takes no writes that another site had a browser send.
 */
public final class Access {
  private final ServerNames names;

  /** Lets requests pass that call the server by one of these names. */
  public Access(ServerNames names) {
    this.names = names;
  }

  /**
   * Lets the request pass.
   *
   * @throws Problem if it may not do what its route needs
   */
  public void check(Context context) {
    if (!names.include(context.host())) {
      throw new Problem(ProblemKind.FORBIDDEN, names.refusal());
    }
    if (isCrossSite(context)) {
      throw new Problem(
          ProblemKind.FORBIDDEN,
          FilledMessage.of("problem.other_site"),
          FilledMessage.of("problem.other_site_next"));
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
}
