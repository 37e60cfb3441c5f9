package prismq.t.script.versioning.web.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;

/** Calls {@code of.name(…)}. */
final class Call implements Expression {
  private final Expression of;
  private final String name;
  private final List<Expression> arguments;

  /** What was found for the type met last. */
  private @Nullable Callees last;

  private record Callees(Class<?> type, List<Members.Callee> callees) {}

  Call(Expression of, String name, List<Expression> arguments) {
    this.of = of;
    this.name = name;
    this.arguments = arguments;
  }

  @Override
  public @Nullable Object value(IExpressionContext context) {
    Object owner = of.value(context);
    if (owner == null) {
      throw new ExpressionException("“" + name + "” cannot be called on null.");
    }
    @Nullable Object[] values = new @Nullable Object[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments.get(i).value(context);
    }
    for (Members.Callee callee : callees(owner.getClass())) {
      if (callee.takes(values)) {
        return called(callee, owner, values);
      }
    }
    throw new ExpressionException(
        owner.getClass().getSimpleName() + " has no “" + name + "” for what it is given.");
  }

  private @Nullable Object called(Members.Callee callee, Object owner, @Nullable Object[] values) {
    try {
      return callee.handle().invokeExact(owner, values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new ExpressionException("“" + name + "” failed.", e);
    }
  }

  private List<Members.Callee> callees(Class<?> type) {
    Callees known = last;
    if (known == null || known.type != type) {
      known = new Callees(type, Members.callees(type, name, arguments.size()));
      last = known;
    }
    return known.callees;
  }
}
