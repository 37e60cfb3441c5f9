package prismq.t.script.versioning.search;

import java.util.BitSet;
import java.util.List;
import prismq.t.script.versioning.core.passage.BrokenPassagesException;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.PassageIndex;

/**
 * Searches all versions of all scripts: their passages, what is said about them, and titles. Safe
 * for use by several threads; a search ends after a second with what it has found so far.
 */
public final class Search {
  private final SearchSources sources;
  private final Passages passages;

  /** Searches this database by its index. */
  public Search(
      Database database, VersionManager versionManager, PassageIndex index, Passages passages) {
    this.sources = new SearchSources(database, versionManager, index);
    this.passages = passages;
  }

  /** What a search finds; nothing where there is nothing to search for. */
  Found find(SearchQuery query, Choice choice) {
    return query.isSearchable()
        ? new OneSearch(sources, query).found(choice)
        : new Found(query, query.hints(), false, false, 0, List.of(), List.of(), null, List.of());
  }

  /** Some results, whatever scripts they are of; page counts from 1. */
  public Found results(SearchQuery query, int page, int limit) {
    return find(query, Choice.results(page, limit));
  }

  /**
   * Versions of one script.
   *
   * @param versions their numbers
   * @param hints sentences on what was taken otherwise than it may have been meant
   * @param isStopped whether the search was broken off before all was looked at
   */
  public record Touching(BitSet versions, List<String> hints, boolean isStopped) {}

  /**
   * The versions of a script that the query is about: what it searches for is said about them, or
   * came or went with them.
   *
   * @throws prismq.t.script.versioning.history.NotFoundException where there is no such script
   */
  public Touching touching(String scriptId, SearchQuery query) {
    try {
      passages.history(scriptId);
    } catch (BrokenPassagesException e) {
      return new Touching(
          new BitSet(),
          List.of("The search index is damaged. The command reindex makes it anew."),
          false);
    }
    return query.isSearchable()
        ? sources
            .script(scriptId)
            .map(script -> new OneSearch(sources, query).touching(script))
            .orElseGet(() -> new Touching(new BitSet(), query.hints(), false))
        : new Touching(new BitSet(), query.hints(), false);
  }
}
