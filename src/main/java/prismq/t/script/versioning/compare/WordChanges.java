package prismq.t.script.versioning.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.history.Version;

/**
 * How many words came and went between versions; the numbers asked for last are kept, because they
 * take far less room than what they are counted in. Safe for use by several threads.
 */
public final class WordChanges {
  private static final int MOST_KEPT = 2_000;

  private final Comparisons comparisons;
  private final Map<Key, Diff.Statistics> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Diff.Statistics> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Key(ContentHash from, ContentHash to) {}

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
    Key key = new Key(from.contentHash(), to.contentHash());
    synchronized (kept) {
      Diff.Statistics known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    Diff.Statistics counted = comparisons.compare(from, to).diff().statistics();
    synchronized (kept) {
      kept.put(key, counted);
    }
    return counted;
  }
}
