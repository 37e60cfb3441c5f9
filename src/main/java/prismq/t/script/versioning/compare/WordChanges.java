package prismq.t.script.versioning.compare;

import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.SharedCache;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.history.Version;

/**
 * How many words were added and removed between versions; the numbers are kept longer than what
 * they are counted in, because they take far less room. Safe for use by several threads.
 */
public final class WordChanges {
  /** About what two hashes and five numbers take, in bytes. */
  private static final int BYTES = 250;

  private final Comparisons comparisons;
  private final SharedCache<ComparedContents, Diff.Statistics> kept =
      SharedCache.ofMostUsed(CacheBound.WORD_CHANGES, (contents, statistics) -> BYTES);

  /** Counts in what these comparisons find. */
  public WordChanges(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  /**
   * What changed from one version of a script to another one, in numbers.
   *
   * @throws prismq.t.script.versioning.history.DamagedVersionException where one cannot be read
   */
  public Diff.Statistics between(Version from, Version to) {
    return kept.get(
        ComparedContents.of(from, to), () -> comparisons.compare(from, to).diff().statistics());
  }
}
