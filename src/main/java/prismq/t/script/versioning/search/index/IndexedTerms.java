package prismq.t.script.versioning.search.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.Pieces;

/** Which terms the rows of the index have, as one fingerprint a row. */
public final class IndexedTerms {
  private final Map<Long, Long> fingerprints = new HashMap<>();

  /** Reads the whole index in the handle's transaction. */
  public IndexedTerms(Handle handle) {
    new IndexStore()
        .forEachTerm(handle, (row, term) -> fingerprints.merge(row, fingerprint(term), Long::sum));
  }

  /**
   * Whether a row has these terms and no other; null if it is not known, because there was no such
   * row when the index was read.
   *
   * @param terms each once
   */
  @Nullable Boolean has(RowId row, Collection<String> terms) {
    Long fingerprint = fingerprints.get(row.id());
    return fingerprint == null
        ? null
        : fingerprint == terms.stream().mapToLong(IndexedTerms::fingerprint).sum();
  }

  private static long fingerprint(String term) {
    return Pieces.fingerprint(term, 0, term.length());
  }
}
