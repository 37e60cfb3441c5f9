package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import prismq.t.script.versioning.core.align.TokenCutter;
import prismq.t.script.versioning.core.align.TokenNumbers;
import prismq.t.script.versioning.core.align.TokenSequence;
import prismq.t.script.versioning.core.passage.PassagePairs.ChangedStretch;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.ExactText;
import prismq.t.script.versioning.core.text.LineRange;

/**
 * Finds which passages stand in the place of which where a stretch was written anew: in their
 * order, one for one, two or none, as sentences of translations are aligned (Gale and Church,
 * 1993), but by the words that both have and then by their lengths.
 */
final class Rewriting {
  /** Longer stretches are divided by their bytes. */
  private static final int MAX_CELLS = 40_000;

  /** What likeness counts, in the logarithms of chances that lengths are compared by. */
  private static final double SAME_WORDS = 12;

  private static final double SAME_BYTES = 12;

  /** By how much lengths differ, as the standard deviation of the logarithm of their quotient. */
  private static final double SPREAD = 0.25;

  private final CarriedText carried;
  private final ChangedStretch stretch;
  private final List<RewrittenPassage> left = new ArrayList<>();
  private final List<RewrittenPassage> right = new ArrayList<>();

  /** The logarithm of how much longer the right side is than the left one. */
  private final double growth;

  /** A passage that is written anew, or in whose place others are. */
  private record RewrittenPassage(int index, ByteRange bytes, Set<String> words) {}

  Rewriting(CarriedText carried, ChangedStretch stretch) {
    this.carried = carried;
    this.stretch = stretch;
    for (int i = stretch.from().start(); i < stretch.from().end(); i++) {
      if (!carried.isPaired(i)) {
        left.add(part(carried.from(), i));
      }
    }
    for (int j = stretch.to().start(); j < stretch.to().end(); j++) {
      if (!carried.isTaken(j)) {
        right.add(part(carried.to(), j));
      }
    }
    this.growth = Math.log((double) length(right, 0, right.size()) / length(left, 0, left.size()));
  }

  private static RewrittenPassage part(VersionPassages version, int index) {
    ByteRange bytes = version.bytes(index);
    return new RewrittenPassage(index, bytes, words(version.text(bytes)));
  }

  private static Set<String> words(String exact) {
    TokenCutter cutter = new TokenCutter(exact, new TokenNumbers());
    cutter.add(0, 0, exact.length());
    TokenSequence tokens = cutter.tokens();
    Set<String> words = new HashSet<>();
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.isWord(token) && !tokens.isShort(token)) {
        words.add(ExactText.decoded(tokens.bytes(token).in(exact)).toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** The passages in the place of one, by their indexes; empty where there are none. */
  LineRange of(int passage) {
    int wanted = 0;
    while (wanted < left.size() && left.get(wanted).index < passage) {
      wanted++;
    }
    LineRange nothing = new LineRange(stretch.to().start(), stretch.to().start());
    if (wanted == left.size() || left.get(wanted).index != passage || right.isEmpty()) {
      return nothing;
    }
    if ((long) left.size() * right.size() > MAX_CELLS) {
      int found = (int) ((long) wanted * right.size() / left.size());
      return new LineRange(right.get(found).index, right.get(found).index + 1);
    }
    LineRange found = aligned(wanted);
    return found.isEmpty()
        ? nothing
        : new LineRange(right.get(found.start()).index, right.get(found.end() - 1).index + 1);
  }

  /** How many of both sides a step of the alignment takes. */
  private enum AlignmentStep {
    BOTH(1, 1, 0.83),
    LEFT(1, 0, 0.01),
    RIGHT(0, 1, 0.01),
    JOIN(2, 1, 0.07),
    SPLIT(1, 2, 0.07),
    JOIN_THREE(3, 1, 0.005),
    SPLIT_THREE(1, 3, 0.005);

    private final int left;
    private final int right;
    private final double logChance;

    AlignmentStep(int left, int right, double chance) {
      this.left = left;
      this.right = right;
      this.logChance = Math.log(chance);
    }
  }

  private LineRange aligned(int wanted) {
    double[][] best = new double[left.size() + 1][right.size() + 1];
    AlignmentStep[][] steps = new AlignmentStep[left.size() + 1][right.size() + 1];
    double[][] scores = scores();
    for (int i = 0; i <= left.size(); i++) {
      for (int j = 0; j <= right.size(); j++) {
        best[i][j] = i + j == 0 ? 0 : Double.NEGATIVE_INFINITY;
        for (AlignmentStep step : AlignmentStep.values()) {
          if (step.left <= i && step.right <= j) {
            double score =
                best[i - step.left][j - step.right]
                    + score(step, i - step.left, j - step.right, scores);
            if (score > best[i][j]) {
              best[i][j] = score;
              steps[i][j] = step;
            }
          }
        }
      }
    }
    int i = left.size();
    int j = right.size();
    while (i > wanted) {
      AlignmentStep step = steps[i][j];
      i -= step.left;
      j -= step.right;
      if (i <= wanted) {
        return new LineRange(j, j + step.right);
      }
    }
    return new LineRange(j, j);
  }

  private double score(AlignmentStep step, int i, int j, double[][] scores) {
    if (step.left == 0 || step.right == 0) {
      return step.logChance;
    }
    double difference = logQuotient(length(left, i, step.left), length(right, j, step.right));
    double score = step.logChance - difference * difference / (2 * SPREAD * SPREAD);
    for (int l = 0; l < step.left; l++) {
      for (int r = 0; r < step.right; r++) {
        score += scores[i + l][j + r];
      }
    }
    return score;
  }

  private static int length(List<RewrittenPassage> parts, int first, int count) {
    int length = 0;
    for (RewrittenPassage part : parts.subList(first, first + count)) {
      length += part.bytes.length();
    }
    return length;
  }

  /** By how much more a length grew than the whole stretch did. */
  private double logQuotient(int one, int other) {
    return Math.log((double) other / one) - growth;
  }

  private double[][] scores() {
    double[][] scores = new double[left.size()][right.size()];
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < right.size(); j++) {
        scores[i][j] = SAME_WORDS * likeness(left.get(i).words, right.get(j).words);
      }
    }
    for (CarriedRun run : carried.changedRuns(stretch)) {
      int i = indexOf(left, carried.from().at(run.from().start()));
      int j = indexOf(right, carried.to().at(run.to().start()));
      if (i >= 0 && j >= 0) {
        int longer = Math.max(left.get(i).bytes.length(), right.get(j).bytes.length());
        scores[i][j] += SAME_BYTES * run.to().length() / longer;
      }
    }
    return scores;
  }

  private static int indexOf(List<RewrittenPassage> parts, int passage) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).index == passage) {
        return i;
      }
    }
    return -1;
  }

  private static double likeness(Set<String> one, Set<String> other) {
    int same = 0;
    for (String word : one) {
      same += other.contains(word) ? 1 : 0;
    }
    int all = one.size() + other.size();
    return all == 0 ? 0 : 2.0 * same / all;
  }
}
