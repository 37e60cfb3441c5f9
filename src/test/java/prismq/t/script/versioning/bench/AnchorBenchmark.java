package prismq.t.script.versioning.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.anchor.AnchorPlacer;
import prismq.t.script.versioning.core.anchor.HistoryPaths;
import prismq.t.script.versioning.core.anchor.Placement;
import prismq.t.script.versioning.core.passage.CarriedTexts;
import prismq.t.script.versioning.core.passage.PassageHistory;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.Indexing;
import prismq.t.script.versioning.search.Passages;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.search.index.PassageIndex;

/**
 * Whether comments stay with their words: quotes of any version are looked for in the next and in
 * the last one, and held against a plain word diff of both texts.
 */
final class AnchorBenchmark {
  private static final int QUOTES = 200;
  private static final int MAX_WORDS = 25;

  private final Report report;
  private final boolean showsWrong;

  AnchorBenchmark(Report report, boolean showsWrong) {
    this.report = report;
    this.showsWrong = showsWrong;
  }

  /** Measures all scripts of a data folder: the folder, and "wrong" to see what is placed wrong. */
  public static void main(String[] arguments) throws Exception {
    boolean showsWrong = Arrays.asList(arguments).contains("wrong");
    new AnchorBenchmark(new Report(), showsWrong).run(Path.of(arguments[0]));
  }

  void run(Path data) throws Exception {
    try (Database database = Database.open(data)) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      Passages passages =
          new Passages(manager, new PassageIndex(database), new Indexing(database, manager));
      for (var script : manager.scripts(100, 0)) {
        measure(manager, passages, script.scriptId());
      }
    }
  }

  /** What is known of a script: how it went on, and its texts. */
  private record Sources(
      VersionManager manager, String scriptId, PassageHistory history, VersionGraph graph) {
    WordTexts text(int version) {
      return WordTexts.of(manager.content(scriptId, version).read());
    }
  }

  private void measure(VersionManager manager, Passages passages, String scriptId) {
    Sources sources =
        passages.view(
            scriptId, view -> new Sources(manager, scriptId, passages.history(view), view.graph()));
    measure(sources, true);
    measure(sources, false);
  }

  private void measure(Sources sources, boolean isNext) {
    int latest = sources.history.latest();
    Random random = new Random(20);
    Map<String, Integer> outcomes = new TreeMap<>();
    Map<String, Integer> states = new TreeMap<>();
    long nanos = 0;
    int[][] chain = isNext ? new int[0][] : chain(sources);
    CarriedTexts carried = new CarriedTexts(sources.history);
    for (int n = 0; n < QUOTES; n++) {
      int version = 1 + random.nextInt(Math.max(1, latest - 1));
      int target = isNext ? version + 1 : latest;
      WordTexts from = sources.text(version);
      if (from.size() == 0 || target > latest) {
        continue;
      }
      int first = random.nextInt(from.size());
      int end = Math.min(from.size(), first + 1 + random.nextInt(MAX_WORDS));
      ByteRange bytes = new ByteRange(from.start(first), from.end(end - 1));
      long start = System.nanoTime();
      Placement placement =
          new AnchorPlacer(
                  carried,
                  new HistoryPaths(
                      latest, sources.graph::parent, sources.graph::mergeParent, target))
              .place(version, bytes);
      nanos += System.nanoTime() - start;
      states.merge(placement.state() + (placement.isGuess() ? "?" : ""), 1, Integer::sum);
      WordTexts to = sources.text(target);
      String outcome =
          new Truth(from, to, JGitDiff.kept(from.words(), to.words()))
              .outcome(first, end, placement);
      if (!isNext && !outcome.startsWith("right")) {
        // From version to version words are kept that a diff of both ends confuses with others.
        outcome = new Truth(from, to, chain[version]).outcome(first, end, placement);
      }
      outcomes.merge(outcome, 1, Integer::sum);
      if (showsWrong && !outcome.startsWith("right")) {
        show(sources, version, target, from.text(bytes), to, placement, outcome);
      }
    }
    int all = outcomes.values().stream().mapToInt(Integer::intValue).sum();
    int right =
        outcomes.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("right"))
            .mapToInt(Map.Entry::getValue)
            .sum();
    report.add(
        sources.scriptId + ": quotes against the " + (isNext ? "next" : "last") + " version",
        Figures.percent((double) right / all)
            + " right "
            + outcomes
            + " "
            + states
            + " "
            + Figures.milliseconds(nanos / 1e6 / all)
            + " each",
        "",
        "≥ 99 % right, none on other words",
        right >= 0.99 * all && !outcomes.containsKey("unrelated"));
  }

  /** Which words of the last version the words of each one are, by a diff of each with the next. */
  private static int[][] chain(Sources sources) {
    int latest = sources.history.latest();
    int[][] chain = new int[latest + 1][];
    WordTexts next = sources.text(latest);
    chain[latest] = IntStream.range(0, next.size()).toArray();
    for (int version = latest - 1; version > 0; version--) {
      WordTexts own = sources.text(version);
      int[] later = chain[version + 1];
      chain[version] =
          IntStream.of(JGitDiff.kept(own.words(), next.words()))
              .map(word -> word < 0 ? -1 : later[word])
              .toArray();
      next = own;
    }
    return chain;
  }

  private static void show(
      Sources sources,
      int version,
      int target,
      String quote,
      WordTexts to,
      Placement placement,
      String outcome) {
    @Nullable ByteRange bytes = placement.bytes();
    System.out.printf(
        "  %s v%d v%d %s %s%n    %s%n    %s%n",
        sources.scriptId,
        version,
        target,
        outcome,
        placement.state(),
        quote.replace("\n", "⏎"),
        bytes == null ? "-" : to.text(bytes).replace("\n", "⏎"));
  }

  /** What a word diff says of a quote. */
  private static final class Truth {
    private final WordTexts from;
    private final WordTexts to;
    private final int[] kept;

    Truth(WordTexts from, WordTexts to, int[] kept) {
      this.from = from;
      this.to = to;
      this.kept = kept;
    }

    String outcome(int first, int end, Placement placement) {
      List<Integer> expected = new ArrayList<>();
      for (int i = first; i < end; i++) {
        if (kept[i] >= 0) {
          expected.add(kept[i]);
        }
      }
      @Nullable ByteRange bytes = placement.bytes();
      if (bytes == null) {
        return expected.size() * 2 > end - first ? "lost" : "right: gone";
      }
      int inside = 0;
      for (int word : expected) {
        inside += bytes.overlaps(new ByteRange(to.start(word), to.end(word))) ? 1 : 0;
      }
      if (!expected.isEmpty() && inside * 2 >= expected.size()) {
        return inside == expected.size() ? "right" : "right: most";
      }
      double alike = alike(first, end, to.in(bytes));
      boolean isReplaced = placement.state().name().equals("REPLACED");
      if (alike >= 0.5 && 2 * expected.size() <= end - first) {
        return "right: moved";
      }
      if (isReplaced && expected.size() * 2 <= end - first) {
        return isInGap(first, end, bytes) ? "right: replaced" : "replaced elsewhere";
      }
      double precision = alike * (end - first) / Math.max(1, to.in(bytes).size());
      if (!isReplaced && precision >= 0.5 && 2 * expected.size() <= end - first) {
        return "right: a part, moved apart";
      }
      return alike >= 0.5 ? "other place of the same words" : alike > 0.2 ? "part" : "unrelated";
    }

    /** Whether a place lies between the words kept before and after the quote. */
    private boolean isInGap(int first, int end, ByteRange bytes) {
      int before = first - 1;
      while (before >= 0 && kept[before] < 0) {
        before--;
      }
      int after = end;
      while (after < kept.length && kept[after] < 0) {
        after++;
      }
      int start = before < 0 ? 0 : to.start(kept[before]);
      int stop = after == kept.length ? Integer.MAX_VALUE : to.end(kept[after]);
      return bytes.start() >= start && bytes.end() <= stop;
    }

    /** The share of the quote's words that a stretch has. */
    private double alike(int first, int end, List<String> words) {
      Map<String, Integer> counts = new HashMap<>();
      words.forEach(word -> counts.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum));
      int same = 0;
      for (int i = first; i < end; i++) {
        String word = from.words().get(i).toLowerCase(Locale.ROOT);
        int count = counts.getOrDefault(word, 0);
        if (count > 0) {
          same++;
          counts.put(word, count - 1);
        }
      }
      return (double) same / (end - first);
    }
  }

  /** A text by its words, in bytes. */
  private record WordTexts(byte[] bytes, List<String> words, List<ByteRange> ranges) {
    static WordTexts of(byte[] bytes) {
      List<String> words = new ArrayList<>();
      List<ByteRange> ranges = new ArrayList<>();
      int start = 0;
      for (int i = 0; i <= bytes.length; i++) {
        boolean isWord = i < bytes.length && (bytes[i] < 0 || Character.isLetterOrDigit(bytes[i]));
        if (!isWord) {
          if (i > start) {
            words.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
            ranges.add(new ByteRange(start, i));
          }
          start = i + 1;
        }
      }
      return new WordTexts(bytes, words, ranges);
    }

    int size() {
      return words.size();
    }

    int start(int word) {
      return ranges.get(word).start();
    }

    int end(int word) {
      return ranges.get(word).end();
    }

    String text(ByteRange range) {
      return new String(bytes, range.start(), range.length(), StandardCharsets.UTF_8);
    }

    List<String> in(ByteRange range) {
      List<String> found = new ArrayList<>();
      for (int i = 0; i < size(); i++) {
        if (ranges.get(i).overlaps(range)) {
          found.add(words.get(i));
        }
      }
      return found;
    }
  }
}
