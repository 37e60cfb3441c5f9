package prismq.t.script.versioning.web.expression;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the methods that expressions call: public ones, of our classes and of public ones. */
final class Members {
  private static final String OURS = "prismq.t.script.versioning.";

  private static final ClassValue<List<Method>> CALLABLE =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          return callable(type);
        }
      };

  private Members() {}

  /**
   * A method that can be called.
   *
   * @param handle takes the owner and an array of the arguments
   */
  record Callee(Class<?>[] parameters, MethodHandle handle) {
    boolean takes(@Nullable Object[] arguments) {
      for (int i = 0; i < arguments.length; i++) {
        if (!takes(parameters[i], arguments[i])) {
          return false;
        }
      }
      return true;
    }

    private static boolean takes(Class<?> parameter, @Nullable Object argument) {
      if (argument == null) {
        return !parameter.isPrimitive();
      }
      return (parameter == long.class && argument instanceof Integer)
          || MethodType.methodType(parameter).wrap().returnType().isInstance(argument);
    }
  }

  /**
   * Reads a property; takes the owner.
   *
   * @throws ExpressionException if the type has none of that name
   */
  static MethodHandle getter(Class<?> type, String name) {
    String capitalised = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    for (String method : List.of(name, "get" + capitalised, "is" + capitalised)) {
      for (Method found : CALLABLE.get(type)) {
        if (found.getName().equals(method) && found.getParameterCount() == 0) {
          return handle(found).asType(MethodType.genericMethodType(1));
        }
      }
    }
    throw new ExpressionException(type.getSimpleName() + " has no “" + name + "”.");
  }

  /** The methods of a name with a number of parameters. */
  static List<Callee> callees(Class<?> type, String name, int parameters) {
    return CALLABLE.get(type).stream()
        .filter(method -> method.getName().equals(name))
        .filter(method -> method.getParameterCount() == parameters)
        .map(
            method ->
                new Callee(
                    method.getParameterTypes(),
                    handle(method)
                        .asType(MethodType.genericMethodType(1 + parameters))
                        .asSpreader(Object[].class, parameters)))
        .toList();
  }

  private static MethodHandle handle(Method method) {
    try {
      return MethodHandles.lookup().unreflect(method);
    } catch (IllegalAccessException e) {
      throw new ExpressionException("“" + method.getName() + "” cannot be called.", e);
    }
  }

  /** The methods of a type, its own first; of a type that is not public those it inherits. */
  private static List<Method> callable(Class<?> type) {
    Map<String, Method> methods = new LinkedHashMap<>();
    Deque<Class<?>> types = new ArrayDeque<>(List.of(type));
    while (!types.isEmpty()) {
      Class<?> one = types.remove();
      if (one == Object.class) {
        continue; // No template asks for a class, or waits for anything.
      }
      if (isOpen(one)) {
        for (Method method : one.getMethods()) {
          if (isCalled(method, one)) {
            methods.putIfAbsent(
                method.getName() + Arrays.toString(method.getParameterTypes()), method);
          }
        }
      }
      if (one.getSuperclass() != null) {
        types.add(one.getSuperclass());
      }
      Collections.addAll(types, one.getInterfaces());
    }
    return List.copyOf(methods.values());
  }

  private static boolean isCalled(Method method, Class<?> type) {
    if (method.getDeclaringClass() != type
        || method.isBridge()
        || Modifier.isStatic(method.getModifiers())
        || method.getReturnType() == void.class) {
      return false;
    }
    if (type.getName().startsWith(OURS)) {
      // The records of pages are not public, only their methods are.
      method.setAccessible(true);
    }
    return true;
  }

  private static boolean isOpen(Class<?> type) {
    return type.getName().startsWith(OURS)
        || (Modifier.isPublic(type.getModifiers())
            && type.getModule().isExported(type.getPackageName()));
  }
}
