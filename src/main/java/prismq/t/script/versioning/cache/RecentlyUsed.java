package prismq.t.script.versioning.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values used last, as long as they fit, but always the very last one: for who goes through a
 * history or a file once and comes back to what was just there, and for values so large that some
 * of them fill the cache. Safe for use by several threads, but for {@link #values}.
 */
public final class RecentlyUsed<K, V> implements Values<K, V> {
  private final long bound;
  private final ToLongFunction<? super V> weigher;
  private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  /** Keeps values of up to a number of bytes. */
  public RecentlyUsed(CacheBound bound, ToLongFunction<? super V> weigher) {
    this(bound.bytes(), weigher);
  }

  private RecentlyUsed(long bound, ToLongFunction<? super V> weigher) {
    this.bound = bound;
    this.weigher = weigher;
  }

  /** Keeps up to a number of values, of any size. */
  public static <K, V> RecentlyUsed<K, V> ofCount(int count) {
    return new RecentlyUsed<>(count, value -> 1);
  }

  @Override
  public synchronized @Nullable V get(K key) {
    return values.get(key);
  }

  @Override
  public synchronized void put(K key, V value) {
    @Nullable V replaced = values.put(key, value);
    weight += weigher.applyAsLong(value) - (replaced == null ? 0 : weigher.applyAsLong(replaced));
    Iterator<V> oldest = values.values().iterator();
    while (weight > bound && values.size() > 1) {
      weight -= weigher.applyAsLong(oldest.next());
      oldest.remove();
    }
  }

  @Override
  public synchronized @Nullable V remove(K key) {
    @Nullable V removed = values.remove(key);
    weight -= removed == null ? 0 : weigher.applyAsLong(removed);
    return removed;
  }

  @Override
  public synchronized void clear() {
    values.clear();
    weight = 0;
  }

  /** What is kept, that used longest ago first. */
  public Map<K, V> values() {
    return values;
  }
}
