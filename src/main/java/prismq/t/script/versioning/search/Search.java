package prismq.t.script.versioning.search;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.BrokenPassagesException;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexState;
import prismq.t.script.versioning.search.index.PassageIndex;

/**
 * Searches all versions of all scripts: passages, descriptions, metadata and titles. Safe for use
 * by several threads; a search ends after a second with what it has found so far.
 */
public final class Search {
  private static final Duration MAX_DURATION = Duration.ofSeconds(1);

  /** Counting what the index has reads all of it, so the answer is kept for a moment. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final SearchSources sources;
  private final Passages passages;
  private final Duration longest;
  private volatile IndexGap state = new IndexGap("not looked at yet", 0, System.nanoTime());

  /**
   * What the index lacks.
   *
   * @param missing a sentence; null if it is complete
   * @param changes the database's number of changes then
   * @param until when it is to be looked at again, if something is missing
   */
  private record IndexGap(@Nullable String missing, long changes, long until) {}

  /** Searches this database by its index. */
  public Search(
      Database database, VersionManager versionManager, PassageIndex index, Passages passages) {
    this(database, versionManager, index, passages, MAX_DURATION);
  }

  /** The same; a search ends after so long. */
  Search(
      Database database,
      VersionManager versionManager,
      PassageIndex index,
      Passages passages,
      Duration longest) {
    this.sources = new SearchSources(database, versionManager, index);
    this.passages = passages;
    this.longest = longest;
  }

  /** The results of a search; empty for an empty one. */
  Found find(SearchQuery query, ResultSelection choice) {
    if (!query.isSearchable()) {
      return new Found(
          query, query.hints(), false, false, false, 0, List.of(), List.of(), null, List.of());
    }
    @Nullable String missing = missing();
    Found found = search(query, missing).found(choice);
    // It may have been emptied while it was searched.
    @Nullable String missingNow = missing == null ? missing() : null;
    return missingNow == null ? found : found.lacking(missingNow);
  }

  private OneSearch search(SearchQuery query, @Nullable String missing) {
    return new OneSearch(sources, query, missing, Deadline.in(longest));
  }

  /** Null where nothing is missing; has what is missing added, where nobody does that yet. */
  private @Nullable String missing() {
    long changes = sources.changeCount();
    IndexGap known = state;
    boolean isValid = known.missing == null || System.nanoTime() - known.until < 0;
    if (known.changes != changes || !isValid) {
      known =
          new IndexGap(
              sources.index().isComplete() ? null : gap(),
              changes,
              System.nanoTime() + BETWEEN_LOOKS.toNanos());
      state = known;
    }
    return known.missing;
  }

  private String gap() {
    IndexState index = sources.index().state();
    String has = "it has " + index.indexed() + " of " + index.versions() + " versions. ";
    if (passages.indexing().isBeingMade()) {
      return "The search index is being made: "
          + has
          + "Search again in a while to find what is in the others.";
    }
    return "The search index is not complete: " + has + "The command reindex makes it anew.";
  }

  /** Some results, whatever scripts they are of; page counts from 1. */
  public Found results(SearchQuery query, int page, int limit) {
    return find(query, ResultSelection.results(page, limit));
  }

  /**
   * Versions of one script.
   *
   * @param versions their numbers
   * @param hints sentences on what may have been understood differently than meant
   */
  public record Touching(BitSet versions, List<String> hints) {}

  /**
   * The versions of a script that the query is about: what it searches for is said about them, or
   * were added or removed by them. The view is one of {@link Passages#view}.
   */
  public Touching touching(ScriptView view, SearchQuery query) {
    try {
      passages.history(view);
    } catch (BrokenPassagesException e) {
      return new Touching(
          new BitSet(), List.of("The search index is damaged. The command reindex makes it anew."));
    }
    return query.isSearchable()
        ? sources
            .script(view.scriptId())
            .map(script -> search(query, null).touching(script))
            .orElseGet(() -> new Touching(new BitSet(), query.hints()))
        : new Touching(new BitSet(), query.hints());
  }
}
