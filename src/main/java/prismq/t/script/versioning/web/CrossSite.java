package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/**
 * Refuses what another site had a browser send. Browsers say where a request comes from (Fetch
 * Metadata, or the Origin); from one that says neither, a form that a signed-in person sends must
 * hold the token of the session. Who opens a share link sends its secret, which no other site
 * knows; browsers then say no Origin, because the page has them send no address.
 */
final class CrossSite {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private CrossSite() {}

  /**
   * Lets a request pass that changes nothing, or that a page of this server sent.
   *
   * @throws Problem if another site may have sent it
   */
  static void check(Context context, Requester requester) {
    if (READING.contains(context.method().name()) || context.path().startsWith(Urls.SHARE_LINK)) {
      return;
    }
    @Nullable String site = context.header("Sec-Fetch-Site");
    @Nullable String origin = context.header("Origin");
    if (site != null) {
      refuseUnless(site.equals("same-origin") || site.equals("none"));
    } else if (origin != null) {
      refuseUnless(authority(origin).equals(context.host()));
    } else if (context.path().startsWith(Urls.SHARED)) {
      // Guests have no session that a form could prove to be of, and every browser says one of
      // both of a page that may send its address to this server.
      throw unproven();
    } else if (requester instanceof SignedIn signedIn && !Gate.isOfPrograms(context)) {
      checkToken(context, signedIn);
    }
  }

  private static void refuseUnless(boolean isOurs) {
    if (!isOurs) {
      throw new Problem(
          ProblemKind.FORBIDDEN,
          FilledMessage.of("problem.other_site"),
          FilledMessage.of("problem.other_site_next"));
    }
  }

  private static void checkToken(Context context, SignedIn signedIn) {
    byte[] sent = SentForm.text(context, FormToken.FIELD).getBytes(StandardCharsets.UTF_8);
    byte[] own = FormToken.of(signedIn).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(sent, own)) {
      throw unproven();
    }
  }

  private static Problem unproven() {
    return new Problem(
        ProblemKind.FORBIDDEN,
        FilledMessage.of("problem.no_site"),
        FilledMessage.of("problem.other_site_next"));
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
