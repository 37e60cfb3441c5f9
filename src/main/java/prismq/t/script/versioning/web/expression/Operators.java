package prismq.t.script.versioning.web.expression;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the operators of expressions do with values. */
final class Operators {
  private Operators() {}

  /** Numbers are equal by their value, whatever their types. */
  static boolean equal(@Nullable Object left, @Nullable Object right) {
    return (left instanceof Number first && right instanceof Number second)
        ? compare(first, second) == 0
        : Objects.equals(left, right);
  }

  /** Compares two numbers by {@code <}, {@code <=}, {@code >} or {@code >=}. */
  static boolean ordered(@Nullable Object left, String operator, @Nullable Object right) {
    int order = compare(number(left), number(right));
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  /** The sum of two numbers; anything else is joined as text. */
  static Object sum(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number first && right instanceof Number second) {
      return result(first, second, first.longValue() + second.longValue());
    }
    return String.valueOf(left) + right;
  }

  static Object difference(@Nullable Object left, @Nullable Object right) {
    Number first = number(left);
    Number second = number(right);
    return result(first, second, first.longValue() - second.longValue());
  }

  /** An element of a list by its index, or of a map by its key. */
  static @Nullable Object element(@Nullable Object container, @Nullable Object index) {
    if (container instanceof Map<?, ?> map) {
      return map.get(index);
    }
    if (container instanceof List<?> list && index instanceof Integer number) {
      return list.get(number);
    }
    throw new ExpressionException("Only lists and maps have elements.");
  }

  private static Object result(Number first, Number second, long result) {
    requireWhole(first);
    requireWhole(second);
    return first instanceof Integer && second instanceof Integer
        ? (Object) Math.toIntExact(result)
        : (Object) result;
  }

  private static void requireWhole(Number number) {
    if (!isWhole(number)) {
      throw new ExpressionException("Only whole numbers are added and subtracted in a template.");
    }
  }

  private static boolean isWhole(Number number) {
    return number instanceof Integer || number instanceof Long;
  }

  private static Number number(@Nullable Object value) {
    if (value instanceof Number number) {
      return number;
    }
    throw new ExpressionException("“" + value + "” is not a number.");
  }

  private static int compare(Number left, Number right) {
    return isWhole(left) && isWhole(right)
        ? Long.compare(left.longValue(), right.longValue())
        : Double.compare(left.doubleValue(), right.doubleValue());
  }
}
