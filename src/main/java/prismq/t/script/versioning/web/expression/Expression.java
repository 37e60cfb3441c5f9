package prismq.t.script.versioning.web.expression;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;

/** A compiled expression; it keeps nothing of what it is evaluated for. */
interface Expression {
  /**
   * Its value where the names of this context hold.
   *
   * @throws ExpressionException if a value does not fit what is done with it
   */
  @Nullable Object value(IExpressionContext context);

  /** The same for a condition. */
  default boolean isTrue(IExpressionContext context) {
    if (value(context) instanceof Boolean condition) {
      return condition;
    }
    throw new ExpressionException("A condition is neither true nor false.");
  }
}
