package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.token.TokenText;

/**
 * The API token of a request. It is sent in the header Authorization and nowhere else: addresses
 * are kept in logs and histories, and cookies are sent by browsers whoever asks them to.
 */
public final class BearerToken {
  /** What a program is to send, which was let in by nothing, or by something that was wrong. */
  static final String CHALLENGE = "WWW-Authenticate";

  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  /** What was sent as one; empty where none was. */
  static Optional<String> of(Context context) {
    @Nullable String header = context.header("Authorization");
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  /**
   * Refuses a request that has a token where others may read it.
   *
   * @throws Problem if one stands in its address or in a cookie
   */
  static void checkPlace(Context context) {
    @Nullable String query = context.queryString();
    if (TokenText.isIn(context.path())
        || (query != null && TokenText.isIn(decoded(query)))
        || context.cookieMap().values().stream().anyMatch(TokenText::isIn)) {
      throw misplaced();
    }
  }

  private static String decoded(String query) {
    try {
      return URLDecoder.decode(query, StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      return query;
    }
  }

  /** A token stands where others may read it. */
  public static Problem misplaced() {
    return new Problem(
        ProblemKind.BAD_REQUEST,
        FilledMessage.of("token.misplaced"),
        FilledMessage.of("token.misplaced_next"));
  }

  /** Says in the answer that a token is to be sent, unless that was said more exactly. */
  public static void ask(Context context) {
    if (context.res().getHeader(CHALLENGE) == null) {
      context.header(CHALLENGE, SCHEME.strip());
    }
  }

  /** Says what is wrong with the one that was sent, in a word of RFC 6750. */
  static void ask(Context context, String error) {
    context.header(CHALLENGE, SCHEME + "error=\"" + error + "\"");
  }
}
