package prismq.t.script.versioning.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values by key, kept as long as they fit. What several threads ask for at once is computed by one
 * of them, while the others wait; who asks for another key does not.
 */
public final class SharedCache<K, V> {
  private final Values<K, V> values;
  private final ConcurrentHashMap<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

  private SharedCache(Values<K, V> values) {
    this.values = values;
  }

  /**
   * An empty cache of many small values, of which it keeps those used most: what is asked for once,
   * as by a crawler, does not drive them out. A value that weighs more than the bound is not kept.
   *
   * @param weigher about how many bytes of memory a value takes with its key
   */
  public static <K, V> SharedCache<K, V> ofMostUsed(
      CacheBound bound, ToLongBiFunction<? super K, ? super V> weigher) {
    return new SharedCache<>(new MostUsed<>(bound, weigher));
  }

  /**
   * An empty cache of few large values, of which it keeps those used last: a large one makes room
   * for itself, and is there when it is asked for again. The very last one is kept whatever it
   * weighs.
   *
   * @param weigher about how many bytes of memory a value takes
   */
  public static <K, V> SharedCache<K, V> ofRecentlyUsed(
      CacheBound bound, ToLongFunction<? super V> weigher) {
    return new SharedCache<>(new RecentlyUsed<>(bound, weigher));
  }

  /**
   * The value of a key, computed where it is not kept.
   *
   * @param compute must not ask for the same key, for it would wait for itself; what it throws,
   *     everybody gets who waits for it, and nothing is kept
   */
  public V get(K key, Supplier<? extends V> compute) {
    return get(key, value -> true, compute);
  }

  /**
   * The value of a key, computed where none is kept or the one that is no longer holds.
   *
   * @param isCurrent whether a value still holds
   * @param compute gives a value that holds; else as above
   */
  public V get(K key, Predicate<? super V> isCurrent, Supplier<? extends V> compute) {
    while (true) {
      @Nullable V known = values.get(key);
      if (known != null && isCurrent.test(known)) {
        return known;
      }
      CompletableFuture<V> own = new CompletableFuture<>();
      @Nullable CompletableFuture<V> others = underWay.putIfAbsent(key, own);
      if (others == null) {
        return computed(key, own, isCurrent, compute);
      }
      V value = valueOf(others);
      if (isCurrent.test(value)) {
        return value;
      }
    }
  }

  private V computed(
      K key,
      CompletableFuture<V> own,
      Predicate<? super V> isCurrent,
      Supplier<? extends V> compute) {
    try {
      // Another thread may have done it since this one looked.
      @Nullable V known = values.get(key);
      V value = known != null && isCurrent.test(known) ? known : compute.get();
      values.put(key, value);
      own.complete(value);
      return value;
    } catch (RuntimeException | Error e) {
      own.completeExceptionally(e);
      throw e;
    } finally {
      underWay.remove(key, own);
    }
  }

  private static <V> V valueOf(CompletableFuture<V> known) {
    try {
      return known.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** The value of a key; null if none is kept. */
  public @Nullable V find(K key) {
    return values.get(key);
  }

  /** Removes a value from the cache; null if it is not cached. */
  public @Nullable V take(K key) {
    return values.remove(key);
  }

  /** Keeps a value, in place of the one there was. */
  public void put(K key, V value) {
    values.put(key, value);
  }

  /** Keeps nothing any longer. */
  public void clear() {
    values.clear();
  }
}
