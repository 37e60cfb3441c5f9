package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.BrokenPassagesException;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.search.index.PassageIndex;
import prismq.t.script.versioning.search.index.RowId;

/** One search from the query to what fits it. For use by one thread, once. */
final class OneSearch {
  /** So many rows of the index are taken into account, of which so many are looked at. */
  private static final int MAX_ROWS = 20_000;

  private static final int MAX_ROWS_LOOKED_AT = 5_000;
  private static final int MAX_SCRIPTS_LOOKED_AT = 100;
  private static final int ROWS_AT_ONCE = 1_000;

  private final SearchSources sources;
  private final SearchQuery query;
  private final Deadline deadline;
  private final List<String> hints;
  private final Wanted wanted;
  private final Map<Long, ScriptSearch> searches = new HashMap<>();
  private boolean hasMore;

  /**
   * Searches.
   *
   * @param missing a sentence on what cannot be found; null where nothing is missing
   */
  OneSearch(SearchSources sources, SearchQuery query, @Nullable String missing, Deadline deadline) {
    this.sources = sources;
    this.query = query;
    this.deadline = deadline;
    this.hints = new ArrayList<>(query.hints());
    if (missing != null) {
      hints.add(missing);
    }
    this.wanted =
        new Wanted(query, new Ranking(query.wanted(), term -> sources.index().rowsWith(term)));
  }

  /** What fits, with the results that are chosen of it. */
  Found found(Selection choice) {
    List<ScriptMatches> all = matches();
    boolean isStopped = deadline.hasPassed();
    List<Found.ScriptResults> results = new ArrayList<>();
    for (ScriptMatches chosen : choice.of(all)) {
      ResultReader reader = new ResultReader(sources, search(chosen.script()), wanted, deadline);
      results.add(
          new Found.ScriptResults(
              chosen.script().script(), chosen.count(), reader.results(chosen.matches())));
    }
    return new Found(
        query,
        List.copyOf(hints),
        isStopped,
        hasMore,
        all.stream().mapToInt(ScriptMatches::count).sum(),
        all.stream()
            .map(script -> new Found.ScriptCount(script.script().script(), script.count()))
            .toList(),
        authorCounts(all),
        all.isEmpty() ? suggestion() : null,
        results);
  }

  private static List<Phrase> wordsOf(String text) {
    return Stream.ofNullable(Phrase.of(text, text.endsWith("*"))).toList();
  }

  private @Nullable String suggestion() {
    @Nullable String words = query.plainWords();
    if (words != null && !sources.labelled(wordsOf(words)).isEmpty()) {
      return SearchQuery.of("").with(SearchField.LABEL, words);
    }
    @Nullable String text = query.withPrefix();
    if (text == null) {
      return null;
    }
    String expression = SearchQuery.of(text).expression();
    return sources.index().find(expression, null, 1, deadline).rows().isEmpty() ? null : text;
  }

  /** All that fits, the best first. */
  private List<ScriptMatches> matches() {
    @Nullable Set<Long> scripts = scripts();
    @Nullable VersionConditions conditions = conditions();
    if (conditions == null || (scripts != null && scripts.isEmpty())) {
      return List.of();
    }
    List<RowId> rows = query.wanted().isEmpty() ? fitting(conditions, scripts) : found(scripts);
    List<ScriptMatches> all = new ArrayList<>();
    lookedAt(rows)
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

  /** When the last version was written that has the best match of a script. */
  private long lastSeen(ScriptMatches script) {
    return search(script.script()).lastSeen(script.matches().get(0));
  }

  /** The numbers of the scripts that are named; null where all are meant. */
  private @Nullable Set<Long> scripts() {
    List<String> named = query.values(SearchField.SCRIPT);
    if (named.isEmpty()) {
      return null;
    }
    Set<Long> scripts = new TreeSet<>(Comparator.reverseOrder());
    for (String scriptId : named) {
      Optional<FoundScript> script = sources.script(scriptId);
      script.ifPresent(found -> scripts.add(found.number()));
      if (script.isEmpty()) {
        hints.add("There is no script “" + scriptId + "”.");
      }
    }
    return scripts;
  }

  /** What versions have to be; null where none can be that. */
  private @Nullable VersionConditions conditions() {
    @Nullable Set<Long> authors = null;
    List<String> names = query.values(SearchField.AUTHOR);
    if (!names.isEmpty()) {
      authors =
          sources.authors(
              names.stream()
                  .map(name -> Phrase.of(name, name.endsWith("*")))
                  .flatMap(Stream::ofNullable)
                  .toList());
      if (authors.isEmpty()) {
        hints.add("No version was written by “" + String.join("” or “", names) + "”.");
        return null;
      }
    }
    @Nullable Set<String> branches = null;
    List<String> branchNames = query.values(SearchField.BRANCH);
    if (!branchNames.isEmpty()) {
      branches = new HashSet<>();
      for (String name : branchNames) {
        branches.addAll(sources.branches(name));
      }
      if (branches.isEmpty()) {
        hints.add("There is no branch “" + String.join("” or “", branchNames) + "”.");
        return null;
      }
    }
    @Nullable Set<String> labelled = null;
    List<String> labels = query.values(SearchField.LABEL);
    if (!labels.isEmpty()) {
      labelled = new HashSet<>();
      for (String label : labels) {
        labelled.addAll(sources.labelled(wordsOf(label)));
      }
      if (labelled.isEmpty()) {
        hints.add("No version has a label “" + String.join("” or “", labels) + "”.");
        return null;
      }
    }
    List<String> wantedSources = query.values(SearchField.SOURCE);
    return new VersionConditions(
        authors,
        wantedSources.isEmpty() ? null : Set.copyOf(wantedSources),
        branches,
        labelled,
        query.after(),
        query.before(),
        query.scoreLimits());
  }

  /** The rows in which the index has all terms. */
  private List<RowId> found(@Nullable Set<Long> scripts) {
    String expression = query.expression();
    if (scripts == null) {
      PassageIndex.FoundRows found = sources.index().find(expression, null, MAX_ROWS, deadline);
      hasMore = found.hasMore();
      return found.rows();
    }
    List<RowId> rows = new ArrayList<>();
    for (long script : scripts) {
      rows.addAll(found(expression, script, MAX_ROWS));
    }
    return rows;
  }

  /** The same of one script, whose rows lie together. */
  private List<RowId> found(String expression, long script, int most) {
    List<RowId> rows = new ArrayList<>();
    RowId before = new RowId(script + 1, false, 0);
    while (rows.size() < most && !deadline.hasPassed()) {
      PassageIndex.FoundRows found =
          sources.index().find(expression, before, ROWS_AT_ONCE, deadline);
      List<RowId> ofScript = found.rows().stream().filter(row -> row.script() == script).toList();
      rows.addAll(ofScript);
      if (!found.hasMore() || ofScript.size() < found.rows().size()) {
        return rows;
      }
      before = rows.get(rows.size() - 1);
    }
    hasMore = true;
    return rows;
  }

  /** The versions that fit, where no words are searched for. */
  private List<RowId> fitting(VersionConditions conditions, @Nullable Set<Long> scripts) {
    List<RowId> rows = sources.fitting(conditions, scripts, MAX_ROWS_LOOKED_AT + 1, deadline);
    hasMore = rows.size() > MAX_ROWS_LOOKED_AT;
    return hasMore ? rows.subList(0, MAX_ROWS_LOOKED_AT) : rows;
  }

  /**
   * The rows that are looked at, by script: where there are too many, those of most rows, and of
   * versions without words the newest.
   */
  private Map<FoundScript, List<RowId>> lookedAt(List<RowId> rows) {
    Map<Long, List<RowId>> byScript = new LinkedHashMap<>();
    rows.forEach(row -> byScript.computeIfAbsent(row.script(), s -> new ArrayList<>()).add(row));
    List<List<RowId>> most = new ArrayList<>(byScript.values());
    if (!query.wanted().isEmpty()) {
      most.sort(Comparator.comparingInt((List<RowId> ofScript) -> ofScript.size()).reversed());
    }
    Map<Long, List<RowId>> chosen = new LinkedHashMap<>();
    int left = MAX_ROWS_LOOKED_AT;
    for (List<RowId> ofScript : most) {
      if (left == 0 || chosen.size() == MAX_SCRIPTS_LOOKED_AT) {
        hasMore = true;
        break;
      }
      List<RowId> taken = ofScript.subList(0, Math.min(left, ofScript.size()));
      hasMore |= taken.size() < ofScript.size();
      left -= taken.size();
      chosen.put(ofScript.get(0).script(), taken);
    }
    Map<FoundScript, List<RowId>> lookedAt = new LinkedHashMap<>();
    for (FoundScript script : sources.scripts(chosen.keySet())) {
      lookedAt.put(script, chosen.getOrDefault(script.number(), List.of()));
    }
    return lookedAt;
  }

  /** What fits in a script, the best first. */
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
      hints.add(
          "“"
              + script.scriptId()
              + "” is left out: its part of the search index is damaged. The command reindex makes"
              + " it anew.");
    } catch (NotFoundException e) {
      // It went away meanwhile.
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
        .names(counts.keySet())
        .forEach(
            (author, name) -> byName.merge(name, counts.getOrDefault(author, 0), Integer::sum));
    return byName.entrySet().stream()
        .map(entry -> new Found.AuthorCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingInt(Found.AuthorCount::count)
                .reversed()
                .thenComparing(Found.AuthorCount::author))
        .toList();
  }

  /**
   * The versions of one script that fit, or that changed whether a passage is there that fits. What
   * the query says on scripts is passed over.
   */
  Search.Touching touching(FoundScript script) {
    @Nullable VersionConditions conditions = conditions();
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
      hints.add("This took too long and was stopped, so versions may be missing. Add a word.");
    } else if (hasMore) {
      hints.add("This fits more than is looked at, so versions may be missing. Add a word.");
    }
    return new Search.Touching(versions, List.copyOf(hints));
  }

  private BitSet touched(FoundScript script) {
    BitSet versions = new BitSet();
    ScriptSearch search = search(script);
    List<RowId> rows = found(query.expression(), script.number(), MAX_ROWS_LOOKED_AT);
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
