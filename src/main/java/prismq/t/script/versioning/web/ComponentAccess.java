package prismq.t.script.versioning.web;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import ognl.ObjectPropertyAccessor;
import ognl.OgnlException;
import ognl.OgnlRuntime;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code version.author} in templates by calling {@code author()}. The expression language
 * would get there too, but looks for get methods by comparing the names of all methods at each
 * access, which is most of the time of a page.
 */
final class ComponentAccess extends ObjectPropertyAccessor {
  private static final String OURS = "prismq.t.script.versioning.";

  private final ClassValue<Map<String, MethodHandle>> methods =
      new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
          return type.getName().startsWith(OURS) ? methods(type) : Map.of();
        }
      };

  /** Has the expression language use it, in all of this process. */
  static void install() {
    OgnlRuntime.setPropertyAccessor(Object.class, new ComponentAccess());
  }

  private static Map<String, MethodHandle> methods(Class<?> type) {
    Map<String, MethodHandle> methods = new HashMap<>();
    for (Method method : type.getDeclaredMethods()) {
      if (method.getParameterCount() == 0
          && Modifier.isPublic(method.getModifiers())
          && !Modifier.isStatic(method.getModifiers())
          && method.getReturnType() != void.class) {
        methods.put(method.getName(), handle(method));
      }
    }
    return methods;
  }

  private static MethodHandle handle(Method method) {
    try {
      // The records of pages are not public, only their methods are.
      method.setAccessible(true);
      return MethodHandles.lookup()
          .unreflect(method)
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // The expression language is older than type parameters.
  public @Nullable Object getPossibleProperty(Map context, Object target, String name)
      throws OgnlException {
    @Nullable MethodHandle method = methods.get(target.getClass()).get(name);
    if (method == null) {
      return super.getPossibleProperty(context, target, name);
    }
    try {
      return method.invokeExact(target);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new OgnlException(name, e);
    }
  }
}
