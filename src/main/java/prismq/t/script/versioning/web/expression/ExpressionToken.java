package prismq.t.script.versioning.web.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of an expression that has a meaning of its own. */
record ExpressionToken(TokenKind kind, String text) {
  enum TokenKind {
    NAME,
    NUMBER,
    TEXT,
    SIGN,
    END
  }

  private static final Pattern TOKENS =
      Pattern.compile(
          "\\s*(?:(?<name>#?[A-Za-z_][A-Za-z_0-9]*)|(?<number>[0-9]+)|'(?<text>[^'\\\\]*)'"
              + "|(?<sign>==|!=|<=|>=|[-+!<>?:.,(){}\\[\\]]))\\s*");

  /**
   * The tokens of an expression, the last of them its end.
   *
   * @throws ExpressionException if a character begins none
   */
  static List<ExpressionToken> of(String expression) {
    List<ExpressionToken> tokens = new ArrayList<>();
    Matcher matcher = TOKENS.matcher(expression);
    int at = 0;
    while (at < expression.length()) {
      if (!matcher.region(at, expression.length()).lookingAt()) {
        throw new ExpressionException("“" + expression.substring(at) + "” cannot be read.");
      }
      tokens.add(token(matcher));
      at = matcher.end();
    }
    tokens.add(new ExpressionToken(TokenKind.END, "the end"));
    return tokens;
  }

  private static ExpressionToken token(Matcher matcher) {
    for (TokenKind kind : TokenKind.values()) {
      String text =
          kind == TokenKind.END ? null : matcher.group(kind.name().toLowerCase(Locale.ROOT));
      if (text != null) {
        return new ExpressionToken(kind, text);
      }
    }
    throw new IllegalStateException("no group of the pattern matched");
  }

  /** Whether it is this sign, or the operator of this name. */
  boolean is(String operator) {
    return (kind == TokenKind.SIGN || kind == TokenKind.NAME) && text.equals(operator);
  }
}
