package prismq.t.script.versioning.web;

import java.util.function.Supplier;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.SharedCache;

/** Rendered pages by address, compressed. Safe for use by several threads. */
final class PageCache {
  // An address may have a passage of a text in it.
  private final SharedCache<String, CachedPage> entries =
      SharedCache.ofMostUsed(
          CacheBound.PAGES, (address, entry) -> 2L * address.length() + entry.parts.sizeBytes());

  /** The state that a page was rendered from; it is stale when any of it has changed. */
  record State(long changeCount, long minute, String notice) {}

  /** A rendered page. */
  record CachedPage(State state, PageParts parts) {}

  /** The page at an address, made where none is kept that shows this state. */
  CachedPage get(String address, State state, Supplier<CachedPage> made) {
    return entries.get(address, entry -> entry.state.equals(state), made);
  }
}
