package prismq.t.script.versioning.web.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import prismq.t.script.versioning.web.expression.ExpressionToken.TokenKind;

/**
 * Compiles expressions by recursive descent, loosest first: {@code a ? b : c}, {@code or}, {@code
 * and}, {@code == !=}, {@code < <= > >=}, {@code + -}, {@code !}, then what follows a value: {@code
 * .name}, {@code .name(…)}, {@code [index]}.
 */
final class ExpressionParser {
  private final List<ExpressionToken> tokens;
  private int at;

  private ExpressionParser(List<ExpressionToken> tokens) {
    this.tokens = tokens;
  }

  /**
   * Compiles an expression.
   *
   * @throws ExpressionException if it is not one
   */
  static Expression parse(String expression) {
    ExpressionParser parser = new ExpressionParser(ExpressionToken.of(expression));
    Expression parsed = parser.choice();
    if (parser.token().kind() != TokenKind.END) {
      throw parser.unexpected();
    }
    return parsed;
  }

  private Expression choice() {
    Expression condition = either();
    if (!accept("?")) {
      return condition;
    }
    Expression then = choice();
    expect(":");
    Expression otherwise = choice();
    return context -> condition.isTrue(context) ? then.value(context) : otherwise.value(context);
  }

  private Expression either() {
    Expression left = both();
    while (accept("or")) {
      Expression first = left;
      Expression second = both();
      left = context -> first.isTrue(context) || second.isTrue(context);
    }
    return left;
  }

  private Expression both() {
    Expression left = equality();
    while (accept("and")) {
      Expression first = left;
      Expression second = equality();
      left = context -> first.isTrue(context) && second.isTrue(context);
    }
    return left;
  }

  private Expression equality() {
    Expression left = order();
    while (token().is("==") || token().is("!=")) {
      boolean same = next().is("==");
      Expression first = left;
      Expression second = order();
      left = context -> Operators.equal(first.value(context), second.value(context)) == same;
    }
    return left;
  }

  private Expression order() {
    Expression left = sum();
    while (token().is("<") || token().is("<=") || token().is(">") || token().is(">=")) {
      String operator = next().text();
      Expression first = left;
      Expression second = sum();
      left = context -> Operators.ordered(first.value(context), operator, second.value(context));
    }
    return left;
  }

  private Expression sum() {
    Expression left = negation();
    while (token().is("+") || token().is("-")) {
      boolean plus = next().is("+");
      Expression first = left;
      Expression second = negation();
      left =
          plus
              ? context -> Operators.sum(first.value(context), second.value(context))
              : context -> Operators.difference(first.value(context), second.value(context));
    }
    return left;
  }

  private Expression negation() {
    if (!accept("!")) {
      return member();
    }
    Expression negated = negation();
    return context -> !negated.isTrue(context);
  }

  private Expression member() {
    Expression of = value();
    while (true) {
      if (accept(".")) {
        String name = name();
        of = accept("(") ? new Call(of, name, list(")")) : new Property(of, name);
      } else if (accept("[")) {
        Expression container = of;
        Expression index = choice();
        expect("]");
        of = context -> Operators.element(container.value(context), index.value(context));
      } else {
        return of;
      }
    }
  }

  private Expression value() {
    ExpressionToken token = next();
    switch (token.kind()) {
      case NUMBER -> {
        return constant(Integer.valueOf(token.text()));
      }
      case TEXT -> {
        return constant(token.text());
      }
      case NAME -> {
        return named(token.text());
      }
      default -> {
        if (token.is("(")) {
          Expression inner = choice();
          expect(")");
          return inner;
        }
        if (token.is("{")) {
          List<Expression> elements = list("}");
          return context -> values(elements, context);
        }
        at--;
        throw unexpected();
      }
    }
  }

  private static Expression named(String name) {
    return switch (name) {
      case "null" -> constant(null);
      case "true" -> constant(true);
      case "false" -> constant(false);
      default ->
          name.startsWith("#")
              ? context -> context.getExpressionObjects().getObject(name.substring(1))
              : context -> context.getVariable(name);
    };
  }

  private static Expression constant(@Nullable Object value) {
    return context -> value;
  }

  private static List<@Nullable Object> values(
      List<Expression> elements, IExpressionContext context) {
    List<@Nullable Object> values = new ArrayList<>(elements.size());
    for (Expression element : elements) {
      values.add(element.value(context));
    }
    return Collections.unmodifiableList(values);
  }

  private List<Expression> list(String end) {
    List<Expression> elements = new ArrayList<>();
    if (!accept(end)) {
      do {
        elements.add(choice());
      } while (accept(","));
      expect(end);
    }
    return List.copyOf(elements);
  }

  private String name() {
    if (token().kind() != TokenKind.NAME) {
      throw unexpected();
    }
    return next().text();
  }

  private ExpressionToken token() {
    return tokens.get(at);
  }

  private ExpressionToken next() {
    return tokens.get(token().kind() == TokenKind.END ? at : at++);
  }

  private boolean accept(String operator) {
    boolean is = token().is(operator);
    at += is ? 1 : 0;
    return is;
  }

  private void expect(String operator) {
    if (!accept(operator)) {
      throw unexpected();
    }
  }

  private ExpressionException unexpected() {
    return new ExpressionException("“" + token().text() + "” is not expected there.");
  }
}
