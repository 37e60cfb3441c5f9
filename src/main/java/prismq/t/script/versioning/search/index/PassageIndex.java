package prismq.t.script.versioning.search.index;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.SharedCache;
import prismq.t.script.versioning.core.passage.PassageHistory;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.search.index.IndexStore.Indexed;

/** Reads the index. Safe for use by several threads. */
public final class PassageIndex {
  private final Database database;
  private final IndexStore store = new IndexStore();
  private final ReadableTermStore readableTerms = new ReadableTermStore();
  private final ReadableScripts readable;
  private final SharedCache<Long, HistoryAsOf> kept;

  /** The passages of a script as of a version. */
  private record HistoryAsOf(Indexed indexed, PassageHistory history) {}

  /** Reads from this database, of all scripts. */
  public PassageIndex(Database database) {
    this(
        database,
        ReadableScripts.ALL,
        SharedCache.ofRecentlyUsed(CacheBound.PASSAGE_HISTORIES, known -> known.history.weight()));
  }

  private PassageIndex(
      Database database, ReadableScripts readable, SharedCache<Long, HistoryAsOf> kept) {
    this.database = database;
    this.readable = readable;
    this.kept = kept;
  }

  /** The same, where terms and rows are of these scripts alone. */
  public PassageIndex of(ReadableScripts scripts) {
    return scripts.equals(readable) ? this : new PassageIndex(database, scripts, kept);
  }

  /** Whether every script is indexed to its end. */
  public boolean isComplete() {
    return database.read(handle -> store.behind(handle, 0, 1).isEmpty());
  }

  /** How far the index is complete; reads all of it. */
  public IndexState state() {
    return database.read(store::state);
  }

  /**
   * Number of bytes that the index takes in the database file, and of those that it took and that
   * are free; looks at every page of the file.
   */
  public long sizeBytes() {
    return database.read(store::sizeBytes);
  }

  /** The last version of a script that is in the index; 0 if none is. */
  public int indexedVersion(String scriptId) {
    return database.read(
        handle ->
            store.indexed(handle, store.script(handle, scriptId)).map(Indexed::version).orElse(0));
  }

  /**
   * The passages of a script's versions.
   *
   * @return up to the last version that is in the index
   */
  public PassageHistory history(String scriptId) {
    return database.read(handle -> history(handle, store.script(handle, scriptId)));
  }

  /** The same by the script's number. */
  public PassageHistory history(long script) {
    return database.read(handle -> history(handle, script));
  }

  private PassageHistory history(Handle handle, long script) {
    Optional<Indexed> indexed = store.indexed(handle, script);
    if (indexed.isEmpty()) {
      return new PassageHistory.Builder().build();
    }
    return kept.get(
            script,
            known -> known.indexed.isSameAs(indexed.get()),
            () -> new HistoryAsOf(indexed.get(), store.history(handle, script)))
        .history;
  }

  /**
   * What was found.
   *
   * @param rows those with the largest ids first: scripts made last first, and of each first the
   *     notes, then the newest passages
   * @param hasMore whether there are rows with smaller ids
   * @param isStopped whether the deadline came before all were looked at
   */
  public record FoundRows(List<RowId> rows, boolean hasMore, boolean isStopped) {}

  /**
   * Finds rows by an expression of FTS5's language. The index knows which terms a row has, not
   * where: whether they stand side by side, and how well a row fits, is seen by its text.
   *
   * @param expression made of terms as {@link prismq.t.script.versioning.core.text.Terms} gives
   *     them, never of typed text
   * @param before only rows that come after this one in the result; null for all
   * @param limit maximum number
   */
  public FoundRows find(String expression, @Nullable RowId before, int limit, Deadline deadline) {
    List<RowId> rows =
        database.read(
            handle ->
                match(
                    handle,
                    expression,
                    before == null ? Long.MAX_VALUE : before.id(),
                    limit + 1,
                    deadline));
    boolean hasMore = rows.size() > limit;
    return new FoundRows(hasMore ? rows.subList(0, limit) : rows, hasMore, deadline.hasPassed());
  }

  private List<RowId> match(
      Handle handle, String expression, long below, int limit, Deadline deadline) {
    return readable.isAll()
        ? store.match(handle, expression, below, limit, deadline)
        : readableTerms.match(handle, readable, expression, below, limit, deadline);
  }

  /** The number of rows that have a term. */
  public int rowsWith(String term) {
    return database.read(handle -> rowsWith(handle, term));
  }

  private int rowsWith(Handle handle, String term) {
    return readable.isAll()
        ? store.rowsWith(handle, term)
        : readableTerms.rowsWith(handle, readable, term);
  }

  /**
   * The term that most rows have among those that fit; empty where none does.
   *
   * @param shortest in characters
   * @param longest in characters
   */
  public Optional<String> commonest(
      int shortest, int longest, Predicate<String> fits, Deadline deadline) {
    String[] best = {""};
    int[] most = {0};
    database.read(
        handle -> {
          store.forEachTerm(
              handle,
              shortest,
              longest,
              deadline,
              (term, rows) -> {
                if (rows > most[0] && fits.test(term)) {
                  int ofReadable = readable.isAll() ? rows : rowsWith(handle, term);
                  if (ofReadable > most[0]) {
                    most[0] = ofReadable;
                    best[0] = term;
                  }
                }
              });
          return best;
        });
    return best[0].isEmpty() ? Optional.empty() : Optional.of(best[0]);
  }

  /** Terms in the index that begin with some characters, in their order. */
  public List<String> termsFrom(String beginning, int limit) {
    return database.read(
        handle ->
            readable.isAll()
                ? store.termsFrom(handle, beginning, limit)
                : readableTerms.termsFrom(handle, readable, beginning, limit));
  }
}
