package prismq.t.script.versioning.core.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.align.WindowAligner.Candidate;

/** Which tokens of one text are those of another: kept in their order, or moved. */
public final class TextAlignment {
  private static final long SHORTEST_STEPS = 18_000_000;
  private static final long WINDOW_STEPS = 600_000;

  /** A saved word may be spent where that saves so much of a run, both in tenths. */
  private static final int SPENDING = 3;

  private final SequencePair pair;
  private final int[] toRight;
  private final int[] toLeft;
  private final WorkBudget budget = new WorkBudget(WINDOW_STEPS);
  private @Nullable MoveFinder moves;
  private boolean coarse;

  private TextAlignment(SequencePair pair) {
    this.pair = pair;
    this.toRight = new int[pair.a().length];
    this.toLeft = new int[pair.b().length];
    Arrays.fill(toRight, -1);
    Arrays.fill(toLeft, -1);
  }

  /** Ranges of tokens of both sides that are aligned with each other only. */
  public record TokenRanges(int leftStart, int leftEnd, int rightStart, int rightEnd) {}

  /** Aligns ranges, which come in their order on both sides. */
  public static TextAlignment of(
      TokenSequence left, TokenSequence right, TokenNumbers numbers, List<TokenRanges> ranges) {
    TextAlignment alignment = new TextAlignment(SequencePair.of(left, right, numbers));
    alignment.align(ranges);
    return alignment;
  }

  /** An alignment of texts that are too long to be read word by word: nothing is known. */
  public static TextAlignment tooLong() {
    TokenNumbers numbers = new TokenNumbers();
    TokenSequence none = new TokenCutter("", numbers).tokens();
    TextAlignment alignment = of(none, none, numbers, List.of());
    alignment.coarse = true;
    return alignment;
  }

  /** The tokens of the left side. */
  public TokenSequence left() {
    return pair.left();
  }

  /** The tokens of the right side. */
  public TokenSequence right() {
    return pair.right();
  }

  /** The token on the right side that a kept one on the left side is, −1 where it is none. */
  public int keptAs(int leftToken) {
    return toRight[leftToken];
  }

  /** The token on the left side that a kept one on the right side is, −1 where it is none. */
  public int keptFrom(int rightToken) {
    return toLeft[rightToken];
  }

  /** The token on the right side that one of the left side became by a move, else −1. */
  public int movedTo(int leftToken) {
    return moves().movedTo()[leftToken];
  }

  /** The number of the move of a token on the left side, from 1; 0 where it did not move. */
  public int moveOfLeft(int token) {
    return moves().moveOfLeft()[token];
  }

  /** The number of the move of a token on the right side. */
  public int moveOfRight(int token) {
    return moves().moveOfRight()[token];
  }

  /** Whether a token on the left side is a word that tells something. */
  public boolean isHeavy(int leftToken) {
    return pair.isHeavy(leftToken);
  }

  /** Whether a sentence or a paragraph ends with a kept token, on either side. */
  public boolean endsSentence(int leftToken, int rightToken) {
    return pair.left().isLastOfSentence(leftToken) || pair.right().isLastOfSentence(rightToken);
  }

  /** Number of moves. */
  public int moveCount() {
    return moves().count();
  }

  private MoveFinder moves() {
    return Objects.requireNonNull(moves);
  }

  /** Whether steps ran out, so that more is marked than need be. */
  public boolean coarse() {
    return coarse;
  }

  private void align(List<TokenRanges> ranges) {
    WorkBudget shortest = new WorkBudget(SHORTEST_STEPS);
    List<Window> windows = new ArrayList<>();
    ShortestAlignment base =
        new ShortestAlignment(pair.a(), pair.b(), pair.kinds(), toRight, shortest);
    for (TokenRanges range : ranges) {
      base.align(range.leftStart, range.leftEnd, range.rightStart, range.rightEnd);
      windows.addAll(
          Windows.of(
              pair,
              toRight,
              new Window(range.leftStart, range.leftEnd, range.rightStart, range.rightEnd)));
    }
    coarse = base.coarse();
    choose(windows);
    for (int i = 0; i < toRight.length; i++) {
      if (toRight[i] >= 0) {
        toLeft[toRight[i]] = i;
      }
    }
    new TokenSlider(pair, toRight, toLeft).slide();
    MoveFinder finder = new MoveFinder(pair, toRight, toLeft);
    finder.find(coarse);
    moves = finder;
  }

  /** A window with its candidates, the best one first. */
  private record WindowChoice(Window window, List<Candidate> candidates) {
    MarkCost best() {
      return candidates.get(0).marked();
    }
  }

  private void choose(List<Window> windows) {
    WindowAligner aligner = new WindowAligner(pair, budget);
    List<Window> smallestFirst = new ArrayList<>(windows);
    smallestFirst.sort(Comparator.comparingLong(Window::cells));
    List<WindowChoice> choices = new ArrayList<>();
    for (Window window : smallestFirst) {
      int[] base = Arrays.copyOfRange(toRight, window.aStart(), window.aEnd());
      List<Candidate> candidates = aligner.candidates(window, base);
      candidates.sort(Comparator.comparingInt(candidate -> candidate.marked().cost()));
      choices.add(new WindowChoice(window, candidates));
    }
    choices.sort(
        Comparator.comparingInt((WindowChoice choice) -> choice.window().aStart())
            .thenComparingInt(choice -> choice.window().bStart()));
    for (int start = 0; start < choices.size(); ) {
      int end = start + 1;
      while (end < choices.size()
          && touches(choices.get(end - 1).window(), choices.get(end).window())) {
        end++;
      }
      settle(aligner, choices.subList(start, end));
      start = end;
    }
  }

  /** Whether two windows are in the same paragraph on a side, so that they are read together. */
  private boolean touches(Window before, Window after) {
    return isInOne(pair.left(), before.aEnd(), after.aStart())
        || isInOne(pair.right(), before.bEnd(), after.bStart());
  }

  private static boolean isInOne(TokenSequence tokens, int end, int start) {
    return start < tokens.size() && end > 0 && tokens.paragraph(end - 1) == tokens.paragraph(start);
  }

  /**
   * Takes for each window its best candidate, unless the plain word diff of all together marks
   * less; what is marked less than by that is spent on fewer runs.
   */
  private void settle(WindowAligner aligner, List<WindowChoice> together) {
    if (together.size() == 1) {
      WindowChoice only = together.get(0);
      keep(only.window(), only.candidates().get(0).kept());
      return;
    }
    Window whole = together.get(0).window().to(together.get(together.size() - 1).window());
    int[] chosen = new int[together.size()];
    Candidate plain = budget.take(whole.rows() + whole.columns()) ? aligner.plain(whole) : null;
    if (plain != null) {
      int words = together.stream().mapToInt(choice -> choice.best().words()).sum();
      if (words > plain.marked().words()) {
        keep(whole, plain.kept());
        return;
      }
      spend(together, chosen, plain.marked().words() - words);
    }
    for (int k = 0; k < chosen.length; k++) {
      keep(together.get(k).window(), together.get(k).candidates().get(chosen[k]).kept());
    }
  }

  private record Upgrade(int choice, int candidate, int words, int runs) {}

  private static void spend(List<WindowChoice> together, int[] chosen, int saved) {
    int left = saved;
    List<Upgrade> upgrades = new ArrayList<>();
    for (int k = 0; k < together.size(); k++) {
      MarkCost best = together.get(k).best();
      List<Candidate> candidates = together.get(k).candidates();
      for (int c = 1; c < candidates.size(); c++) {
        int words = candidates.get(c).marked().words() - best.words();
        int runs = best.runs() - candidates.get(c).marked().runs();
        if (runs > 0 && SPENDING * runs > 10 * words) {
          upgrades.add(new Upgrade(k, c, words, runs));
        }
      }
    }
    upgrades.sort(Comparator.comparingDouble(upgrade -> (double) upgrade.words / upgrade.runs));
    for (Upgrade upgrade : upgrades) {
      if (chosen[upgrade.choice] == 0 && upgrade.words <= left) {
        chosen[upgrade.choice] = upgrade.candidate;
        left -= upgrade.words;
      }
    }
  }

  private void keep(Window window, int[] kept) {
    System.arraycopy(kept, 0, toRight, window.aStart(), kept.length);
  }
}
