package prismq.t.script.versioning.web.expression;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * Evaluates the expressions of templates; each is compiled when it is first met. Thymeleaf's
 * default language looks every property up by reflection each time, which is half the time of a
 * page.
 */
public final class Expressions implements IStandardVariableExpressionEvaluator {
  /** Bounded by the templates, the only source of expressions. */
  private final Map<String, Expression> compiled = new ConcurrentHashMap<>();

  @Override
  public @Nullable Object evaluate(
      IExpressionContext context,
      IStandardVariableExpression expression,
      StandardExpressionExecutionContext execution) {
    String text = expression.getExpression();
    if (expression.getUseSelectionAsRoot() || execution.getPerformTypeConversion()) {
      throw new ExpressionException("Only ${…} is used in templates, not “" + text + "” so.");
    }
    try {
      return compiled.computeIfAbsent(text, ExpressionParser::parse).value(context);
    } catch (ExpressionException e) {
      throw new ExpressionException("${" + text + "}: " + e.getMessage(), e);
    }
  }
}
