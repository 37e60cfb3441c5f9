package prismq.t.script.versioning.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values used last, as long as they fit, but always the very last one: for who goes through a
 * history or a file once and comes back to what was just there. A {@link SharedCache} would rather
 * keep what was used most. For one thread at a time.
 */
public final class RecentlyUsed<K, V> {
  private final long bound;
  private final ToLongFunction<? super V> weigher;
  private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  /** Keeps values of so many bytes. */
  public RecentlyUsed(CacheBound bound, ToLongFunction<? super V> weigher) {
    this(bound.bytes(), weigher);
  }

  private RecentlyUsed(long bound, ToLongFunction<? super V> weigher) {
    this.bound = bound;
    this.weigher = weigher;
  }

  /** Keeps so many values, whatever they weigh. */
  public static <K, V> RecentlyUsed<K, V> ofCount(int count) {
    return new RecentlyUsed<>(count, value -> 1);
  }

  /** The value of a key; null where it is not kept. */
  public @Nullable V get(K key) {
    return values.get(key);
  }

  /** Keeps a value, in place of the one there was. */
  public void put(K key, V value) {
    @Nullable V replaced = values.put(key, value);
    weight += weigher.applyAsLong(value) - (replaced == null ? 0 : weigher.applyAsLong(replaced));
    Iterator<V> oldest = values.values().iterator();
    while (weight > bound && values.size() > 1) {
      weight -= weigher.applyAsLong(oldest.next());
      oldest.remove();
    }
  }

  /** What is kept, that used longest ago first. */
  public Map<K, V> values() {
    return values;
  }
}
