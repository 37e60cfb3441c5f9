package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.BrokenPassagesException;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.search.index.RowId;

/** One search from the query to its matches. For use by one thread, once. */
final class OneSearch {
  private final SearchSources sources;
  private final SearchQuery query;
  private final Deadline deadline;
  private final List<String> hints;
  private final boolean lacksVersions;
  private final Wanted wanted;
  private final RowFinder rowFinder;
  private final Map<Long, ScriptSearch> searches = new HashMap<>();

  /**
   * Searches.
   *
   * @param missing a sentence on what cannot be found; null if nothing is missing
   */
  OneSearch(SearchSources sources, SearchQuery query, @Nullable String missing, Deadline deadline) {
    this.sources = sources;
    this.query = query;
    this.deadline = deadline;
    this.hints = new ArrayList<>(query.hints());
    this.lacksVersions = missing != null;
    if (missing != null) {
      hints.add(missing);
    }
    this.wanted =
        new Wanted(query, new Ranking(query.wanted(), term -> sources.index().rowsWith(term)));
    this.rowFinder = new RowFinder(sources, query, deadline);
  }

  /** The matches, with the selected results. */
  Found found(ResultSelection choice) {
    return found(choice, matches());
  }

  /** The scripts that have all words in one place that is wider than a paragraph. */
  Found together(Together.Scope scope, ResultSelection choice) {
    QueryConditions asked = new QueryConditions(sources, query, hints);
    @Nullable Set<Long> scripts = asked.scripts();
    @Nullable VersionConditions conditions = asked.ofVersions();
    return found(
        choice,
        conditions == null
            ? List.of()
            : new TogetherSearch(sources, query, conditions, deadline).matches(scope, scripts));
  }

  private Found found(ResultSelection choice, List<ScriptMatches> all) {
    boolean isStopped = deadline.hasPassed();
    List<Found.ScriptResults> results = new ArrayList<>();
    for (ScriptMatches chosen : choice.of(all)) {
      ResultReader reader = new ResultReader(sources, search(chosen.script()), wanted, deadline);
      results.add(
          new Found.ScriptResults(
              chosen.script().script(),
              chosen.count(),
              reader.results(chosen.matches()),
              chosen.together()));
    }
    return new Found(
        query,
        List.copyOf(hints),
        isStopped,
        lacksVersions,
        rowFinder.hasMore(),
        all.stream().mapToInt(ScriptMatches::count).sum(),
        all.stream()
            .map(script -> new Found.ScriptCount(script.script().script(), script.count()))
            .toList(),
        authorCounts(all),
        all.isEmpty() ? suggestion() : null,
        results);
  }

  private @Nullable String suggestion() {
    @Nullable String words = query.plainWords();
    if (words != null && !sources.labelled(QueryConditions.wordsOf(words)).isEmpty()) {
      return SearchQuery.of("").with(SearchField.LABEL, words);
    }
    @Nullable String text = query.withPrefix();
    if (text == null) {
      return null;
    }
    String expression = SearchQuery.of(text).expression();
    return sources.index().find(expression, null, 1, deadline).rows().isEmpty() ? null : text;
  }

  /** All matches, the best first. */
  private List<ScriptMatches> matches() {
    QueryConditions asked = new QueryConditions(sources, query, hints);
    @Nullable Set<Long> scripts = asked.scripts();
    @Nullable VersionConditions conditions = asked.ofVersions();
    if (conditions == null || (scripts != null && scripts.isEmpty())) {
      return List.of();
    }
    List<RowId> rows =
        query.wanted().isEmpty()
            ? rowFinder.fitting(conditions, scripts)
            : rowFinder.found(scripts);
    List<ScriptMatches> all = new ArrayList<>();
    rowFinder
        .lookedAt(rows)
        .forEach(
            (script, ofScript) -> {
              List<Match> matches = matches(script, ofScript, conditions);
              if (!matches.isEmpty()) {
                all.add(new ScriptMatches(script, matches, matches.size()));
              }
            });
    all.sort(
        Comparator.comparingDouble((ScriptMatches script) -> -script.matches().get(0).rank())
            .thenComparing(Comparator.comparingLong(this::lastSeen).reversed()));
    return all;
  }

  /** The time of the last version with the best match of a script. */
  private long lastSeen(ScriptMatches script) {
    return search(script.script()).lastSeen(script.matches().get(0));
  }

  /** The matches in a script, the best first. */
  private List<Match> matches(FoundScript script, List<RowId> rows, VersionConditions conditions) {
    if (deadline.hasPassed()) {
      return List.of();
    }
    ScriptSearch search = search(script);
    try {
      List<Match> matches =
          query.wanted().isEmpty()
              ? search.versions(rows, wanted)
              : search.matches(rows, wanted, conditions, deadline);
      matches.sort(
          query.wanted().isEmpty()
              ? Comparator.comparingInt(Match::number).reversed()
              : Comparator.comparingDouble(Match::rank)
                  .reversed()
                  .thenComparing(Comparator.comparingLong(search::lastSeen).reversed()));
      return matches;
    } catch (BrokenPassagesException e) {
      hints.add(Messages.text("search.script_damaged", script.scriptId()));
    } catch (NotFoundException e) {
      // It was removed meanwhile.
    }
    return List.of();
  }

  private ScriptSearch search(FoundScript script) {
    return searches.computeIfAbsent(script.number(), number -> new ScriptSearch(script, sources));
  }

  private List<Found.AuthorCount> authorCounts(List<ScriptMatches> all) {
    Map<Long, Integer> counts = new HashMap<>();
    for (ScriptMatches script : all) {
      ScriptSearch search = search(script.script());
      script.matches().forEach(match -> counts.merge(search.author(match), 1, Integer::sum));
    }
    counts.remove(0L);
    Map<String, Integer> byName = new HashMap<>();
    sources
        .told(counts.keySet())
        .forEach(
            (author, told) ->
                byName.merge(told.person().name(), counts.getOrDefault(author, 0), Integer::sum));
    return byName.entrySet().stream()
        .map(entry -> new Found.AuthorCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingInt(Found.AuthorCount::count)
                .reversed()
                .thenComparing(Found.AuthorCount::author))
        .toList();
  }

  /**
   * The versions of one script that match, or that added or removed a matching passage. Conditions
   * on scripts are ignored.
   */
  Search.Touching touching(FoundScript script) {
    // Names that only other scripts have are none here.
    SearchSources own = sources.of(ReadableScripts.only(List.of(script.number())));
    @Nullable VersionConditions conditions = new QueryConditions(own, query, hints).ofVersions();
    BitSet versions = new BitSet();
    if (conditions != null) {
      BitSet fitting = sources.fitting(script, conditions);
      if (query.wanted().isEmpty()) {
        versions = fitting;
      } else {
        versions = touched(script);
        versions.and(fitting);
      }
    }
    if (deadline.hasPassed()) {
      hints.add(Messages.text("search.versions_stopped"));
    } else if (rowFinder.hasMore()) {
      hints.add(Messages.text("search.versions_more"));
    }
    return new Search.Touching(versions, List.copyOf(hints));
  }

  private BitSet touched(FoundScript script) {
    BitSet versions = new BitSet();
    ScriptSearch search = search(script);
    List<RowId> rows = rowFinder.found(script);
    VersionConditions all = new VersionConditions(null, null, null, null, null, null, List.of());
    for (Match match : search.matches(rows, wanted, all, deadline)) {
      if (deadline.hasPassed()) {
        break;
      }
      if (match.isPassage()) {
        versions.or(search.spans(match.passages()).changes());
      } else if (!match.isTitle()) {
        versions.set(match.number());
      }
    }
    return versions;
  }
}
