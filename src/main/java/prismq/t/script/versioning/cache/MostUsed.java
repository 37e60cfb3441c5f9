package prismq.t.script.versioning.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values used most, as long as they fit. A value that would take the place of many that are used
 * more is not kept, however often it is asked for. Safe for use by several threads.
 */
final class MostUsed<K, V> implements Values<K, V> {
  private final Cache<K, V> values;

  MostUsed(CacheBound bound, ToLongBiFunction<? super K, ? super V> weigher) {
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

  @Override
  public @Nullable V get(K key) {
    return values.getIfPresent(key);
  }

  @Override
  public void put(K key, V value) {
    values.put(key, value);
  }

  @Override
  public @Nullable V remove(K key) {
    return values.asMap().remove(key);
  }

  @Override
  public void clear() {
    values.invalidateAll();
  }
}
