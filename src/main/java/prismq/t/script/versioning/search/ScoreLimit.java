package prismq.t.script.versioning.search;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A limit to review scores, such as {@code >=80}. */
record ScoreLimit(String sign, BigDecimal score) {
  private static final Pattern LIMIT =
      Pattern.compile("(>=|<=|>|<|=)?([0-9]{1,3}(?:\\.[0-9]{1,6})?)");

  /** Null where the text is not a limit. */
  static @Nullable ScoreLimit of(String text) {
    Matcher limit = LIMIT.matcher(text);
    if (!limit.matches()) {
      return null;
    }
    String sign = limit.group(1);
    return new ScoreLimit(sign == null ? "=" : sign, new BigDecimal(limit.group(2)));
  }

  boolean takes(Number reviewScore) {
    int compared = new BigDecimal(reviewScore.toString()).compareTo(score);
    return switch (sign) {
      case ">=" -> compared >= 0;
      case "<=" -> compared <= 0;
      case ">" -> compared > 0;
      case "<" -> compared < 0;
      default -> compared == 0;
    };
  }
}
