package prismq.t.script.versioning.cache;

import org.jspecify.annotations.Nullable;

/** Values by key, of which some are let go of when more come than fit. */
interface Values<K, V> {
  /** The value of a key; null if it is not kept. */
  @Nullable V get(K key);

  /** Keeps a value, in place of the one there was. */
  void put(K key, V value);

  /** Takes a value out; null if it is not kept. */
  @Nullable V remove(K key);

  /** Keeps nothing any longer. */
  void clear();
}
