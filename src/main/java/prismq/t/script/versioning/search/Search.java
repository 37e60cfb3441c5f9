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

  /** Checking whether the index is complete reads all of it, so the answer is kept for a while. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final SearchSources sources;
  private final Passages passages;
  private final Duration longest;
  private volatile IndexGap state = new IndexGap(null, System.nanoTime());

  /** What the index lacks, as a sentence, and until when that is valid; null if it is complete. */
  private record IndexGap(@Nullable String missing, long until) {}

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
    return query.isSearchable()
        ? search(query, missing()).found(choice)
        : new Found(query, query.hints(), false, false, 0, List.of(), List.of(), null, List.of());
  }

  private OneSearch search(SearchQuery query, @Nullable String missing) {
    return new OneSearch(sources, query, missing, Deadline.in(longest));
  }

  private @Nullable String missing() {
    IndexGap known = state;
    if (System.nanoTime() - known.until >= 0) {
      IndexState index = sources.index().state();
      String missing =
          index.isComplete()
              ? null
              : "The search index is being made: it has "
                  + index.indexed()
                  + " of "
                  + index.versions()
                  + " versions. Search again in a while to find what is in the others.";
      known = new IndexGap(missing, System.nanoTime() + BETWEEN_LOOKS.toNanos());
      state = known;
    }
    return known.missing;
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
