package prismq.t.script.versioning.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.anchor.AnchorPlacer;
import prismq.t.script.versioning.core.anchor.HistoryPaths;
import prismq.t.script.versioning.core.anchor.Placement;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.passage.CarriedTexts;
import prismq.t.script.versioning.core.passage.EarlierPassages;
import prismq.t.script.versioning.core.passage.NewPassages;
import prismq.t.script.versioning.core.passage.PassageHistory;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * Whether comments are shown, and at the right paragraph, after every paragraph was written anew:
 * of each some words stay, the others are new, and some paragraphs are split or joined.
 */
final class RewriteBenchmark {
  private static final int PARAGRAPHS = 50;
  private static final int ROUNDS = 20;

  private RewriteBenchmark() {}

  /** A paragraph of the new text and the old ones that it stands for, by their indexes. */
  private record Rewritten(String text, List<Integer> of) {}

  static void run(Report report) {
    for (double kept : new double[] {0.3, 0.1, 0}) {
      int shown = 0;
      int right = 0;
      for (int round = 0; round < ROUNDS; round++) {
        int[] found = measure(new Random(round), kept);
        shown += found[0];
        right += found[1];
      }
      double all = PARAGRAPHS * ROUNDS;
      report.add(
          "comments after a rewrite of every paragraph that keeps "
              + Figures.percent(kept)
              + " of the words",
          Figures.percent(shown / all)
              + " shown, "
              + Figures.percent(right / all)
              + " at the paragraph in place of theirs",
          "",
          "all shown, ≥ 90 % right",
          shown == all && right >= 0.9 * all);
    }
  }

  public static void main(String[] arguments) {
    run(new Report());
  }

  private static int[] measure(Random random, double kept) {
    MadeUpText words = new MadeUpText(random.nextLong(), 1);
    List<String> paragraphs = new ArrayList<>();
    for (int i = 0; i < PARAGRAPHS; i++) {
      paragraphs.add(words.words(20 + random.nextInt(60)));
    }
    MadeUpText others = new MadeUpText(random.nextLong(), 1);
    List<Rewritten> rewritten = new ArrayList<>();
    for (int i = 0; i < PARAGRAPHS; i++) {
      String text = rewritten(paragraphs.get(i), others, random, kept);
      int kind = random.nextInt(10);
      if (kind == 0 && !rewritten.isEmpty()) {
        Rewritten last = rewritten.remove(rewritten.size() - 1);
        List<Integer> both = new ArrayList<>(last.of);
        both.add(i);
        rewritten.add(new Rewritten(last.text + " " + text, both));
      } else if (kind == 1) {
        int middle = text.indexOf(' ', text.length() / 2);
        rewritten.add(new Rewritten(text.substring(0, middle), List.of(i)));
        rewritten.add(new Rewritten(text.substring(middle + 1), List.of(i)));
      } else {
        rewritten.add(new Rewritten(text, List.of(i)));
      }
    }
    String before = String.join("\n\n", paragraphs) + "\n";
    String after = String.join("\n\n", rewritten.stream().map(Rewritten::text).toList()) + "\n";
    AnchorPlacer placer =
        new AnchorPlacer(
            new CarriedTexts(history(ScriptText.of(before), ScriptText.of(after))),
            new HistoryPaths(2, version -> version - 1, version -> 0, 2));
    int shown = 0;
    int right = 0;
    int start = 0;
    for (int i = 0; i < PARAGRAPHS; i++) {
      String paragraph = paragraphs.get(i);
      int at = paragraph.indexOf(' ', random.nextInt(paragraph.length() / 2)) + 1;
      int end = Math.min(paragraph.length(), at + 10 + random.nextInt(40));
      Placement placement = placer.place(1, bytes(before, start + at, start + end));
      @Nullable ByteRange bytes = placement.bytes();
      shown += bytes == null ? 0 : 1;
      right += bytes != null && isAt(after, rewritten, bytes, i) ? 1 : 0;
      start += paragraph.length() + 2;
    }
    return new int[] {shown, right};
  }

  private static ByteRange bytes(String text, int start, int end) {
    int first = ScriptText.of(text.substring(0, start)).sizeBytes();
    return ByteRange.ofLength(first, ScriptText.of(text.substring(start, end)).sizeBytes());
  }

  private static boolean isAt(
      String after, List<Rewritten> rewritten, ByteRange bytes, int paragraph) {
    int start = 0;
    for (Rewritten part : rewritten) {
      ByteRange own = bytes(after, start, start + part.text.length());
      if (own.overlaps(bytes) && part.of.contains(paragraph)) {
        return true;
      }
      start += part.text.length() + 2;
    }
    return false;
  }

  private static String rewritten(String paragraph, MadeUpText others, Random random, double kept) {
    List<String> words = new ArrayList<>();
    for (String word : paragraph.split(" ", -1)) {
      if (random.nextDouble() < kept) {
        words.add(word);
      } else if (random.nextInt(6) > 0) {
        words.add(others.words(1).replace(".", ""));
      }
    }
    words.add(others.words(2));
    return String.join(" ", words);
  }

  private static PassageHistory history(ScriptText before, ScriptText after) {
    EarlierPassages earlier = new EarlierPassages();
    PassageHistory.Builder builder = new PassageHistory.Builder();
    add(builder, NewPassages.of(1, earlier, null, null, before));
    NewPassages.ParentDiff parent =
        new NewPassages.ParentDiff(1, new DiffGenerator().diff(before, after));
    add(builder, NewPassages.of(2, earlier, parent, null, after));
    return builder.build();
  }

  private static void add(PassageHistory.Builder builder, NewPassages added) {
    builder.add(added.texts().size(), added.changes(), added.written());
  }
}
