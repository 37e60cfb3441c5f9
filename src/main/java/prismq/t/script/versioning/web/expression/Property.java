package prismq.t.script.versioning.web.expression;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;

/** Reads {@code of.name}: what {@code name()}, {@code getName()} or {@code isName()} returns. */
final class Property implements Expression {
  private final Expression of;
  private final String name;

  /** What was found for the type met last, which is nearly always the one met next. */
  private @Nullable Getter last;

  private record Getter(Class<?> type, MethodHandle getter) {}

  Property(Expression of, String name) {
    this.of = of;
    this.name = name;
  }

  @Override
  public @Nullable Object value(IExpressionContext context) {
    Object owner = of.value(context);
    if (owner == null) {
      throw new ExpressionException("There is no “" + name + "” of null.");
    }
    try {
      return getter(owner.getClass()).invokeExact(owner);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new ExpressionException("“" + name + "” cannot be read.", e);
    }
  }

  private MethodHandle getter(Class<?> type) {
    Getter known = last;
    if (known == null || known.type != type) {
      known = new Getter(type, Members.getter(type, name));
      last = known;
    }
    return known.getter;
  }
}
