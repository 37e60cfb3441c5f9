package prismq.t.script.versioning.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import prismq.t.script.versioning.core.TangledPairs;
import prismq.t.script.versioning.core.text.ScriptText;

/** Pairs of the largest texts taken, made to be hard to compare; the same in every run. */
final class HostilePairs {
  private static final int BYTES = 5 * 1_024 * 1_024;

  private HostilePairs() {}

  /** All of them, each made when it is its turn. */
  static List<Supplier<DiffPair>> all() {
    List<Supplier<DiffPair>> all =
        new ArrayList<>(
            List.of(
                HostilePairs::equalLines,
                HostilePairs::twoDistinctLines,
                HostilePairs::noCommonLine,
                HostilePairs::oneLine,
                HostilePairs::shuffledLines,
                HostilePairs::shuffledWords));
    TangledPairs.of(BYTES).forEach(pair -> all.add(() -> of(pair)));
    return all;
  }

  private static DiffPair of(TangledPairs.TangledPair pair) {
    return new DiffPair("5 MiB, " + pair.name(), pair.from(), pair.to());
  }

  private static DiffPair equalLines() {
    String line = "x\n";
    return DiffPair.of(
        "5 MiB, all lines equal, a third less of them",
        line.repeat(BYTES / line.length()),
        line.repeat(BYTES / line.length() / 3 * 2));
  }

  private static DiffPair twoDistinctLines() {
    Random random = new Random(1);
    IntFunction<String> line = i -> random.nextBoolean() ? "a\n" : "b\n";
    return DiffPair.of("5 MiB, two distinct lines at random", text(line), text(line));
  }

  private static DiffPair noCommonLine() {
    return DiffPair.of("5 MiB, no common line", text(i -> "left " + i + "\n"), text(i -> i + "\n"));
  }

  private static DiffPair oneLine() {
    Random random = new Random(2);
    StringBuilder from = new StringBuilder();
    StringBuilder to = new StringBuilder();
    while (from.length() < 1_000_000) {
      String word = word(random);
      from.append(word);
      to.append(random.nextInt(10) == 0 ? word(random) : word);
    }
    return DiffPair.of("a line of 1 MB, 10 % of its words changed", from, to);
  }

  private static DiffPair shuffledLines() {
    MadeUpText words = new MadeUpText(3, 0);
    List<String> lines = new ArrayList<>();
    for (int bytes = 0; bytes < BYTES - 100; ) {
      String line = words.words(8) + "\n";
      lines.add(line);
      bytes += ScriptText.of(line).sizeBytes();
    }
    String from = String.join("", lines);
    Collections.shuffle(lines, new Random(3));
    return DiffPair.of("5 MiB, lines shuffled", from, String.join("", lines));
  }

  private static DiffPair shuffledWords() {
    Random random = new Random(4);
    return DiffPair.of(
        "5 MiB in one line, words at random", text(i -> word(random)), text(i -> word(random)));
  }

  private static String word(Random random) {
    double share = random.nextDouble();
    return "w" + (int) (share * share * 4_000) + " ";
  }

  private static StringBuilder text(IntFunction<String> piece) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < BYTES - 20; i++) {
      text.append(piece.apply(i));
    }
    return text;
  }
}
