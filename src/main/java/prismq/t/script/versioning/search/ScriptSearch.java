package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.BrokenPassagesException;
import prismq.t.script.versioning.core.passage.PassageHistory;
import prismq.t.script.versioning.core.passage.PassageTexts;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.search.index.RowId;

/**
 * A search in one script: checks the candidates of the index against their texts. For use by one
 * thread.
 */
final class ScriptSearch {
  /** Number of passages built between two checks of the clock. */
  private static final int PASSAGES_AT_ONCE = 500;

  private final FoundScript script;
  private final SearchSources sources;
  private final Map<List<Integer>, BitSet> holders = new HashMap<>();
  private final Lazy<PassageHistory> history;
  private final Lazy<VersionGraph> graph;
  private final Lazy<ScriptVersions> versions;
  private @Nullable BitSet writers;
  private @Nullable BitSet states;

  ScriptSearch(FoundScript script, SearchSources sources) {
    this.script = script;
    this.sources = sources;
    this.history = new Lazy<>(() -> sources.history(script));
    this.graph = new Lazy<>(() -> sources.graph(script));
    this.versions = new Lazy<>(() -> sources.versions(script));
  }

  FoundScript script() {
    return script;
  }

  /** The matches among candidate rows of the index, in no order. */
  List<Match> matches(
      List<RowId> rows, Wanted wanted, VersionConditions conditions, Deadline deadline) {
    List<Match> matches = new ArrayList<>();
    List<Integer> versionNumbers = new ArrayList<>();
    List<Integer> passages = new ArrayList<>();
    for (RowId row : rows) {
      if (!row.isNote()) {
        passages.add(row.number());
      } else if (row.number() > 0) {
        versionNumbers.add(row.number());
      } else if (conditions.takesAll()) {
        add(matches, row, List.of(script.script().title()), wanted);
      }
    }
    addNotes(matches, versionNumbers, wanted, conditions, deadline);
    addPassages(matches, passages, wanted, conditions, deadline);
    return matches;
  }

  /** All these versions as matches, without those whose texts have unwanted words. */
  List<Match> versions(List<RowId> rows, Wanted wanted) {
    List<Integer> numbers = rows.stream().map(RowId::number).toList();
    Map<Integer, List<String>> notes =
        wanted.leavesOut() ? sources.notes(script, numbers) : Map.of();
    List<Match> matches = new ArrayList<>();
    for (RowId row : rows) {
      if (wanted.hasNoneUnwanted(notes.getOrDefault(row.number(), List.of()))) {
        matches.add(Match.ofNote(row, 0));
      }
    }
    return matches;
  }

  private void addNotes(
      List<Match> matches,
      List<Integer> numbers,
      Wanted wanted,
      VersionConditions conditions,
      Deadline deadline) {
    if (numbers.isEmpty()) {
      return;
    }
    Map<Integer, List<String>> notes = sources.notes(script, numbers);
    for (int version : numbers) {
      List<String> note = notes.get(version);
      if (note != null && fits(version, conditions) && !deadline.hasPassed()) {
        add(matches, RowId.note(script.number(), version), note, wanted);
      }
    }
  }

  private void addPassages(
      List<Match> matches,
      List<Integer> numbers,
      Wanted wanted,
      VersionConditions conditions,
      Deadline deadline) {
    if (numbers.isEmpty()) {
      return;
    }
    // A version saved meanwhile has passages that are not in the history yet.
    int count = history().passageCount();
    int[] passages = numbers.stream().mapToInt(p -> p).filter(p -> p < count).toArray();
    Map<String, List<Integer>> byText = new LinkedHashMap<>();
    for (int at = 0; at < passages.length && !deadline.hasPassed(); at += PASSAGES_AT_ONCE) {
      int[] some =
          Arrays.copyOfRange(passages, at, Math.min(passages.length, at + PASSAGES_AT_ONCE));
      Map<Integer, String> exact = PassageTexts.of(history(), some);
      for (int passage : some) {
        String text = ScriptText.ofExact(exact.getOrDefault(passage, "")).display().strip();
        byText.computeIfAbsent(text, t -> new ArrayList<>(1)).add(passage);
      }
    }
    byText.forEach(
        (text, same) -> {
          if (!deadline.hasPassed() && holdersFit(same, conditions)) {
            double rank = wanted.rank(List.of(text));
            if (rank > 0) {
              matches.add(new Match(0, same, rank));
            }
          }
        });
  }

  private static void add(List<Match> matches, RowId row, List<String> texts, Wanted wanted) {
    double rank = wanted.rank(texts);
    if (rank > 0) {
      matches.add(Match.ofNote(row, rank));
    }
  }

  /** Whether a version itself matches. */
  private boolean fits(int version, VersionConditions conditions) {
    return (conditions.ofWriter().takesAll() || writers(conditions).get(version))
        && (conditions.ofState().takesAll() || states(conditions).get(version));
  }

  /** Whether matching versions added a passage, and hold it. */
  private boolean holdersFit(List<Integer> passages, VersionConditions conditions) {
    return (conditions.ofWriter().takesAll()
            || spans(passages).arrivals().intersects(writers(conditions)))
        && (conditions.ofState().takesAll() || holders(passages).intersects(states(conditions)));
  }

  private BitSet writers(VersionConditions conditions) {
    BitSet known = writers;
    if (known == null) {
      known = sources.fitting(script, conditions.ofWriter());
      writers = known;
    }
    return known;
  }

  private BitSet states(VersionConditions conditions) {
    BitSet known = states;
    if (known == null) {
      known = sources.fitting(script, conditions.ofState());
      states = known;
    }
    return known;
  }

  PassageHistory history() {
    return history.get();
  }

  VersionGraph graph() {
    return graph.get();
  }

  ScriptVersions versions() {
    return versions.get();
  }

  /** The known versions that hold one of these passages. */
  BitSet holders(List<Integer> passages) {
    return holders.computeIfAbsent(
        passages,
        wanted -> {
          BitSet all = new BitSet();
          wanted.forEach(passage -> all.or(history().holders(passage)));
          return all.get(0, Math.min(all.length(), versions().latest() + 1));
        });
  }

  PassageSpans spans(List<Integer> passages) {
    return new PassageSpans(holders(passages), graph());
  }

  /** The version that added a match first. */
  int firstVersion(Match match) {
    return match.passages().stream()
        .mapToInt(passage -> history().firstVersion(passage))
        .min()
        .orElse(match.number());
  }

  /** The author of the version that added a match first; 0 if it has none. */
  long author(Match match) {
    int version = match.isTitle() ? 0 : firstVersion(match);
    return version <= versions().latest() ? versions().authors()[version] : 0;
  }

  /** The time of the last version with the match. */
  long lastSeen(Match match) {
    if (match.isTitle()) {
      return script.script().changedAt().toEpochMilli();
    }
    try {
      int version =
          match.passages().stream()
              .mapToInt(passage -> history().lastVersion(passage))
              .max()
              .orElse(match.number());
      return version <= versions().latest() ? versions().times()[version] : 0;
    } catch (BrokenPassagesException e) {
      return 0; // Its text can still be read.
    }
  }
}
