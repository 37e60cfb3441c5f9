package prismq.t.script.versioning.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Numbers;

/**
 * Where a phrase lived, as a strip over all versions for each branch: {@value #WIDTH} by {@value
 * #HEIGHT}, taller and darker where it is there more often.
 *
 * @param hiddenBranches number of further branches that have it
 * @param most how often it is in the version that has it most often
 */
public record PhraseStrip(List<BranchStrip> lanes, int hiddenBranches, int latest, int most) {
  /** Width of the strip of a branch. */
  public static final int WIDTH = 1000;

  /** Height of the strip of a branch. */
  public static final int HEIGHT = 100;

  private static final int MAX_LANES = 6;

  /** Bars are at least this wide; one that stands for several shows the most occurrences. */
  private static final int MIN_WIDTH = 3;

  /** Height of one occurrence if another version has more. */
  private static final double MIN_HEIGHT = 0.35;

  /** The strip of a branch, from its first version on. */
  public record BranchStrip(Branch branch, int start, int width, List<Bar> bars) {}

  /**
   * Versions of a branch that have the phrase equally often.
   *
   * @param height 0 if they do not have it
   * @param opacity in percent
   * @param url the version that made it so
   */
  public record Bar(int x, int width, int height, int opacity, String url, String title) {}

  static PhraseStrip of(PhraseLife life, List<Branch> branches, IntFunction<String> urls) {
    int most = 0;
    boolean[] has = new boolean[branches.size() + 1];
    int[] last = new int[branches.size() + 1];
    for (int version = 1; version <= life.latest(); version++) {
      int branch = Math.min(life.branchNumber(version), branches.size());
      most = Math.max(most, life.occurrences(version));
      has[branch] |= life.occurrences(version) > 0;
      last[branch] = version;
    }
    List<BranchStrip> lanes = new ArrayList<>();
    int hidden = 0;
    for (Branch branch : branches) {
      int number = branch.branchNumber();
      if (number < has.length && has[number]) {
        if (lanes.size() < MAX_LANES) {
          int end = branch.isArchived() ? last[number] : life.latest();
          lanes.add(new Bars(life, number, end, most, urls).lane(branch));
        } else {
          hidden++;
        }
      }
    }
    return new PhraseStrip(lanes, hidden, life.latest(), most);
  }

  /** Whether it has several lanes, whose names have to be told. */
  public boolean hasBranches() {
    return lanes.size() > 1 || hiddenBranches > 0;
  }

  /** The bars of one branch. */
  private static final class Bars {
    private final PhraseLife life;
    private final int branchNumber;
    private final int end;
    private final int most;
    private final IntFunction<String> urls;
    private final List<Bar> bars = new ArrayList<>();
    private int start;

    Bars(PhraseLife life, int branchNumber, int end, int most, IntFunction<String> urls) {
      this.life = life;
      this.branchNumber = branchNumber;
      this.end = end;
      this.most = most;
      this.urls = urls;
    }

    BranchStrip lane(Branch branch) {
      int first = 0;
      int last = 0;
      for (int version = 1; version <= life.latest(); version++) {
        if (life.branchNumber(version) != branchNumber) {
          continue;
        }
        if (first > 0 && life.occurrences(version) != life.occurrences(first)) {
          add(first, last, version);
          first = 0;
        }
        if (first == 0) {
          first = version;
          start = start == 0 ? version : start;
        }
        last = version;
      }
      add(first, last, end + 1);
      return new BranchStrip(branch, x(start), Math.max(MIN_WIDTH, x(end + 1) - x(start)), bars);
    }

    private int x(int version) {
      return (int) ((long) WIDTH * (version - 1) / life.latest());
    }

    private void add(int first, int last, int next) {
      int occurrences = life.occurrences(first);
      if (occurrences == 0 && bars.isEmpty()) {
        return;
      }
      Bar before = bars.isEmpty() ? null : bars.get(bars.size() - 1);
      int free = before == null ? 0 : before.x + before.width;
      if (before == null || x(next) > free) {
        int x = Math.max(free, x(first));
        bars.add(bar(x, Math.max(MIN_WIDTH, x(next) - x), first, last));
      } else if (height(occurrences) > before.height) {
        // It has no room of its own.
        bars.set(bars.size() - 1, bar(before.x, before.width, first, last));
      }
    }

    private Bar bar(int x, int width, int first, int last) {
      int occurrences = life.occurrences(first);
      int opacity = 45 + (int) (55 * share(occurrences));
      String url = urls.apply(first);
      return new Bar(x, width, height(occurrences), opacity, url, title(first, last, occurrences));
    }

    private int height(int occurrences) {
      double height = MIN_HEIGHT + (1 - MIN_HEIGHT) * share(occurrences);
      return occurrences == 0 ? 0 : (int) (HEIGHT * height);
    }

    private double share(int occurrences) {
      return most <= 1 ? 1 : (double) (occurrences - 1) / (most - 1);
    }

    private static String title(int first, int last, int occurrences) {
      String often =
          switch (occurrences) {
            case 0 -> Messages.text("phrase.not_there");
            case 1 -> Messages.text("phrase.once");
            default -> new Numbers().count(occurrences, "time");
          };
      return first == last
          ? Messages.text("phrase.bar_of_one", first, often)
          : Messages.text("phrase.bar", first, last, often);
    }
  }
}
