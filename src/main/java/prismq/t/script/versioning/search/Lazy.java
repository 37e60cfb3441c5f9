package prismq.t.script.versioning.search;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is read when first needed. For one thread. */
final class Lazy<T> {
  private final Supplier<T> reader;
  private @Nullable T value;

  Lazy(Supplier<T> reader) {
    this.reader = reader;
  }

  T get() {
    T known = value;
    if (known == null) {
      known = reader.get();
      value = known;
    }
    return known;
  }
}
