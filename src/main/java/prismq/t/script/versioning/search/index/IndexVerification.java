package prismq.t.script.versioning.search.index;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.HistoryCheck;
import prismq.t.script.versioning.history.Script;

/** Compares the index with the histories it was made of, in one run of a verification. */
public final class IndexVerification implements HistoryCheck {
  private @Nullable IndexedTerms indexed;

  @Override
  public OfScript begin(Handle handle, Script script) {
    if (indexed == null) {
      indexed = new IndexedTerms(handle);
    }
    return new IndexCheck(handle, indexed, script.scriptId(), script.title());
  }
}
