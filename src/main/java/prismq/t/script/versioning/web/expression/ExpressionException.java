package prismq.t.script.versioning.web.expression;

import org.jspecify.annotations.Nullable;

/** Thrown where an expression of a template is written wrongly, or does not fit its values. */
public final class ExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence on what is wrong. */
  ExpressionException(String message) {
    super(message);
  }

  /** With the cause, and the expression in which it occurred. */
  ExpressionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
