package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.BrokenPassagesException;
import prismq.t.script.versioning.core.passage.PassageTexts;
import prismq.t.script.versioning.core.text.Fountain;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.search.index.RowId;

/**
 * Finds words in the same scene, section or text where no paragraph has them all. For use by one
 * thread, once.
 */
final class TogetherSearch {
  /** Most versions of a script whose sections are looked at, the newest ones. */
  private static final int MAX_VERSIONS = 100;

  /** Most scripts that are looked at. */
  private static final int MAX_SCRIPTS = 50;

  private static final int MAX_HEADING = 80;

  private final SearchSources sources;
  private final SearchQuery query;
  private final VersionConditions conditions;
  private final Deadline deadline;

  TogetherSearch(
      SearchSources sources, SearchQuery query, VersionConditions conditions, Deadline deadline) {
    this.sources = sources;
    this.query = query;
    this.conditions = conditions;
    this.deadline = deadline;
  }

  /** One of the words that are wanted, and what decides whether a passage has it. */
  private record OneWord(SearchQuery query, Wanted wanted) {}

  /** A section of a version: its first line, and the best match there of each word. */
  private record WordPlace(@Nullable String heading, List<Match> matches) {}

  /**
   * The scripts with such a place, the best first.
   *
   * @param scripts their numbers; null for all
   */
  List<ScriptMatches> matches(Together.Scope scope, @Nullable Set<Long> scripts) {
    List<OneWord> words = query.wantedWords().stream().map(this::oneWord).toList();
    if (words.size() < 2) {
      return List.of();
    }
    List<Map<FoundScript, List<RowId>>> rows = new ArrayList<>();
    for (OneWord word : words) {
      RowFinder finder = new RowFinder(sources, word.query, deadline);
      rows.add(finder.lookedAt(finder.found(scripts)));
    }
    List<ScriptMatches> found = new ArrayList<>();
    rows.get(0).keySet().stream()
        .filter(script -> rows.stream().allMatch(ofWord -> ofWord.containsKey(script)))
        .limit(MAX_SCRIPTS)
        .map(script -> inScript(scope, script, words, rows))
        .flatMap(Optional::stream)
        .forEach(found::add);
    found.sort(Comparator.comparingDouble(TogetherSearch::rank).reversed());
    return found;
  }

  private static double rank(ScriptMatches script) {
    return script.matches().stream().mapToDouble(Match::rank).sum();
  }

  private OneWord oneWord(SearchQuery.QueryWords word) {
    SearchQuery one = query.withWanted(List.of(word));
    Ranking ranking = new Ranking(one.wanted(), term -> sources.index().rowsWith(term));
    return new OneWord(one, new Wanted(one, ranking));
  }

  private Optional<ScriptMatches> inScript(
      Together.Scope scope,
      FoundScript script,
      List<OneWord> words,
      List<Map<FoundScript, List<RowId>>> rows) {
    if (deadline.hasPassed()) {
      return Optional.empty();
    }
    try {
      ScriptSearch search = new ScriptSearch(script, sources);
      List<List<Match>> byWord = new ArrayList<>();
      @Nullable BitSet common = null;
      for (int i = 0; i < words.size(); i++) {
        List<RowId> ofScript = rows.get(i).getOrDefault(script, List.of());
        List<RowId> passages = ofScript.stream().filter(row -> !row.isNote()).toList();
        List<Match> matches = search.matches(passages, words.get(i).wanted, conditions, deadline);
        BitSet holders = new BitSet();
        matches.forEach(match -> holders.or(search.holders(match.passages())));
        if (common == null) {
          common = holders;
        } else {
          common.and(holders);
        }
        byWord.add(matches);
      }
      BitSet versions = Objects.requireNonNull(common);
      if (!conditions.ofState().takesAll()) {
        versions.and(sources.fitting(script, conditions.ofState()));
      }
      return Optional.ofNullable(newest(scope, search, byWord, versions));
    } catch (BrokenPassagesException | NotFoundException e) {
      // A damaged index is told of by the search for paragraphs; a script may be removed meanwhile.
      return Optional.empty();
    }
  }

  /** The newest place in one of these versions; null where there is none. */
  private @Nullable ScriptMatches newest(
      Together.Scope scope, ScriptSearch search, List<List<Match>> byWord, BitSet versions) {
    Map<Integer, String> headings = new HashMap<>();
    int looked = 0;
    for (int version = versions.length() - 1;
        version > 0 && looked < MAX_VERSIONS && !deadline.hasPassed();
        version = versions.previousSetBit(version - 1)) {
      looked++;
      @Nullable WordPlace section =
          scope == Together.Scope.SCRIPT
              ? new WordPlace(null, best(search, byWord, version))
              : section(search, byWord, version, headings);
      if (section != null) {
        List<Match> matches = section.matches.stream().distinct().toList();
        return new ScriptMatches(
            search.script(), matches, matches.size(), new Together(version, section.heading));
      }
    }
    return null;
  }

  /** The best match of each word in the text of a version. */
  private static List<Match> best(ScriptSearch search, List<List<Match>> byWord, int version) {
    return byWord.stream()
        .map(
            matches ->
                matches.stream()
                    .filter(match -> search.holders(match.passages()).get(version))
                    .max(Comparator.comparingDouble(Match::rank))
                    .orElseThrow())
        .toList();
  }

  private @Nullable WordPlace section(
      ScriptSearch search, List<List<Match>> byWord, int version, Map<Integer, String> headings) {
    int[] sequence = search.history().sequence(version);
    readHeadings(search, sequence, headings);
    List<Map<Integer, Match>> matchOf = new ArrayList<>();
    for (List<Match> matches : byWord) {
      Map<Integer, Match> ofWord = new HashMap<>();
      matches.forEach(match -> match.passages().forEach(passage -> ofWord.put(passage, match)));
      matchOf.add(ofWord);
    }
    @Nullable Match[] best = new Match[byWord.size()];
    @Nullable String heading = null;
    boolean hasHeadings = false;
    for (int passage : sequence) {
      String head = headings.getOrDefault(passage, "");
      if (!head.isEmpty()) {
        if (isFull(best)) {
          return sectionOf(heading, best);
        }
        Arrays.fill(best, null);
        heading = head;
        hasHeadings = true;
      }
      for (int i = 0; i < best.length; i++) {
        Match match = matchOf.get(i).get(passage);
        Match known = best[i];
        if (match != null && (known == null || match.rank() > known.rank())) {
          best[i] = match;
        }
      }
    }
    // A text without headings is no section.
    return hasHeadings && isFull(best) ? sectionOf(heading, best) : null;
  }

  private static boolean isFull(@Nullable Match[] best) {
    return Arrays.stream(best).allMatch(Objects::nonNull);
  }

  private static WordPlace sectionOf(@Nullable String heading, @Nullable Match[] best) {
    List<Match> matches = new ArrayList<>();
    for (Match match : best) {
      if (match != null) {
        matches.add(match);
      }
    }
    return new WordPlace(heading, matches);
  }

  /** Adds the passages not known yet with the heading each begins with; empty where with none. */
  private static void readHeadings(
      ScriptSearch search, int[] sequence, Map<Integer, String> headings) {
    int[] unknown =
        Arrays.stream(sequence).filter(p -> !headings.containsKey(p)).distinct().toArray();
    if (unknown.length > 0) {
      PassageTexts.of(search.history(), unknown)
          .forEach((passage, exact) -> headings.put(passage, heading(exact)));
    }
  }

  private static String heading(String exact) {
    String text = ScriptText.ofExact(exact).display().strip();
    String line = text.lines().findFirst().orElse("").strip();
    boolean underlined = text.lines().skip(1).findFirst().orElse("").matches("(?:=+|-+)\\s*");
    return Fountain.isHeading(line) || underlined
        ? PlainText.line(line.replaceFirst("^(?:#+\\s+|\\.(?=\\S))", ""), MAX_HEADING)
        : "";
  }
}
