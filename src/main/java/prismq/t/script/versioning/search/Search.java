package prismq.t.script.versioning.search;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.BrokenPassagesException;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
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
  private volatile IndexGap state =
      new IndexGap(FilledMessage.of("search.damaged"), 0, System.nanoTime());

  /**
   * What the index lacks.
   *
   * @param missing a sentence; null if it is complete
   * @param changes the database's number of changes then
   * @param until when it is to be looked at again, if something is missing
   */
  private record IndexGap(@Nullable FilledMessage missing, long changes, long until) {}

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
    this.sources = new SearchSources(database, versionManager, index, ReadableScripts.ALL);
    this.passages = passages;
    this.longest = longest;
  }

  /** The results of a search in these scripts; empty for an empty one. */
  Found find(ReadableScripts readable, SearchQuery query, ResultSelection choice) {
    return find(sources.of(readable), query, choice);
  }

  private Found find(SearchSources readable, SearchQuery query, ResultSelection choice) {
    if (!query.isSearchable()) {
      return Found.nothing(query);
    }
    @Nullable String missing = missing(readable);
    Found found = search(readable, query, missing).found(choice);
    // It may have been emptied while it was searched.
    @Nullable String missingNow = missing == null ? missing(readable) : null;
    return missingNow == null ? found : found.lacking(missingNow);
  }

  /**
   * The results of a search as a person types it: its last word may go on, and where it finds
   * nothing as it is written, it is read in the nearest way that finds something.
   */
  Readings.ReadAnswer read(
      ReadableScripts readableScripts, SearchQuery query, ResultSelection choice) {
    SearchSources readable = sources.of(readableScripts);
    SearchQuery openEnded = query.openEnded();
    Found found = find(readable, openEnded, choice);
    Readings.ReadAnswer asWritten = new Readings.ReadAnswer(SearchReading.asWritten(query), found);
    return found.total() > 0 || found.isStopped() || !query.isSearchable()
        ? asWritten
        : readings(readable, query, choice)
            .best()
            .map(
                answer ->
                    new Readings.ReadAnswer(
                        answer.reading(), answer.found().withHints(found.hints())))
            .orElse(asWritten);
  }

  private Readings readings(SearchSources readable, SearchQuery query, ResultSelection choice) {
    Deadline deadline = Deadline.in(longest);
    @Nullable String missing = missing(readable);
    return new Readings(
        readable.index(),
        deadline,
        query,
        (other, scope) -> {
          OneSearch one = new OneSearch(readable, other, missing, deadline);
          return scope == null ? one.found(choice) : one.together(scope, choice);
        });
  }

  private OneSearch search(SearchSources readable, SearchQuery query, @Nullable String missing) {
    return new OneSearch(readable, query, missing, Deadline.in(longest));
  }

  /** Null where nothing is missing; has what is missing added, where nobody does that yet. */
  private @Nullable String missing(SearchSources readable) {
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
    if (known.missing == null) {
      return null;
    }
    // The numbers are of all scripts.
    return readable.areAll() ? known.missing.text() : Messages.text("search.incomplete_somewhere");
  }

  private FilledMessage gap() {
    IndexState index = sources.index().state();
    String key = passages.indexing().isBeingMade() ? "search.being_made" : "search.incomplete";
    return FilledMessage.of(key, index.indexed(), index.versions());
  }

  /** Some results in these scripts, whichever they are of; page counts from 1. */
  public Found results(ReadableScripts readableScripts, SearchQuery query, int page, int limit) {
    SearchSources readable = sources.of(readableScripts);
    Found found = find(readable, query, ResultSelection.results(page, limit));
    if (found.total() > 0 || found.suggestion() != null || !query.isSearchable()) {
      return found;
    }
    Deadline deadline = Deadline.in(longest);
    // A suggestion is a text, which finds what it finds as it is written, in paragraphs.
    Readings.Attempt attempt =
        (other, scope) ->
            scope == null
                ? new OneSearch(readable, SearchQuery.of(other.text()), null, deadline)
                    .found(ResultSelection.results(1, 1))
                : Found.nothing(other);
    return new Readings(readable.index(), deadline, query, attempt)
        .best()
        .map(answer -> found.suggesting(answer.found().query().text()))
        .orElse(found);
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
      return new Touching(new BitSet(), List.of(Messages.text("search.damaged")));
    }
    return query.isSearchable()
        ? sources
            .script(view.scriptId())
            .map(script -> search(sources, query, null).touching(script))
            .orElseGet(() -> new Touching(new BitSet(), query.hints()))
        : new Touching(new BitSet(), query.hints());
  }
}
