package prismq.t.script.versioning.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values by key, of which those used most are kept as long as they fit. What several threads ask
 * for at once is computed by one of them, while the others wait; who asks for another key does not.
 * A value that alone weighs more than the bound is not kept.
 */
public final class SharedCache<K, V> {
  private final Cache<K, V> values;
  private final ConcurrentHashMap<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

  /**
   * An empty cache.
   *
   * @param weigher about how many bytes of memory a value takes with its key
   */
  public SharedCache(CacheBound bound, ToLongBiFunction<? super K, ? super V> weigher) {
    this.values =
        Caffeine.newBuilder()
            .maximumWeight(bound.bytes())
            .weigher(
                (K key, V value) ->
                    (int) Math.min(Integer.MAX_VALUE, weigher.applyAsLong(key, value)))
            // What does not fit is let go of at once, not when another thread has time for it.
            .executor(Runnable::run)
            .build();
  }

  /**
   * The value of a key, computed where it is not kept.
   *
   * @param compute what it throws, everybody gets who waits for it, and nothing is kept
   */
  public V get(K key, Supplier<? extends V> compute) {
    return get(key, value -> true, compute);
  }

  /**
   * The value of a key, computed where none is kept or the one that is no longer holds.
   *
   * @param isCurrent whether a value still holds
   * @param compute gives a value that holds; what it throws is as above
   */
  public V get(K key, Predicate<? super V> isCurrent, Supplier<? extends V> compute) {
    while (true) {
      @Nullable V known = values.getIfPresent(key);
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
      @Nullable V known = values.getIfPresent(key);
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
      throw e;
    }
  }

  /** The value of a key; null where none is kept. */
  public @Nullable V find(K key) {
    return values.getIfPresent(key);
  }

  /** Takes a value out of the cache; null where it is not kept. */
  public @Nullable V take(K key) {
    return values.asMap().remove(key);
  }

  /** Keeps a value, in place of the one there was. */
  public void put(K key, V value) {
    values.put(key, value);
  }

  /** Keeps nothing any longer. */
  public void clear() {
    values.invalidateAll();
  }
}
