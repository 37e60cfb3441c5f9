package prismq.t.script.versioning.token;

import java.util.Optional;
import java.util.regex.Pattern;
import prismq.t.script.versioning.account.Secret;

/** How a token is written: a secret after a prefix by which people and scanners know it. */
public final class TokenText {
  /** What every token begins with. */
  public static final String PREFIX = "sv_";

  private static final Pattern IN_A_TEXT = Pattern.compile("sv_[A-Za-z0-9_-]{43}");

  private TokenText() {}

  /** The token of a secret. */
  public static String of(Secret secret) {
    return PREFIX + secret.text();
  }

  /** The secret of a token; empty if the text is none. */
  static Optional<Secret> secret(String text) {
    return text.startsWith(PREFIX)
        ? Secret.read(text.substring(PREFIX.length()))
        : Optional.empty();
  }

  /** Whether a text looks like a token. */
  public static boolean is(String text) {
    return IN_A_TEXT.matcher(text).matches();
  }

  /** Whether something that looks like a token stands in a text. */
  public static boolean isIn(String text) {
    return IN_A_TEXT.matcher(text).find();
  }

  /** A text for a log, without tokens. */
  public static String removed(String text) {
    return IN_A_TEXT.matcher(text).replaceAll("sv_…");
  }
}
