package prismq.t.script.versioning.core.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes the alignments of a window that are worth considering. */
final class WindowAligner {
  /** Half a word costs 100: from hardly dividing to keeping only what is worth a whole word. */
  private static final int[] PRICES = {20, 120};

  private static final int PRICE_IN_SENTENCES = 120;
  private static final long MAX_CELLS = 250_000;

  /** What making a candidate and counting its marks takes for each token. */
  private static final int STEPS_PER_TOKEN = 20;

  private final SequencePair pair;
  private final WorkBudget budget;

  WindowAligner(SequencePair pair, WorkBudget budget) {
    this.pair = pair;
    this.budget = budget;
  }

  /** An alignment of a window, and what it marks. */
  record Candidate(int[] kept, MarkCost marked) {}

  /**
   * The candidates of a window that mark no more words than its plain word diff; the given one is
   * the first where it is among them.
   *
   * @param base where the tokens of the left side go as long as nothing better is known
   */
  List<Candidate> candidates(Window window, int[] base) {
    List<Candidate> candidates = new ArrayList<>();
    add(candidates, window, base);
    if (window.isOneSided()
        || !budget.take((long) STEPS_PER_TOKEN * (window.rows() + window.columns()))) {
      return candidates;
    }
    PlainAlignment plain = PlainAlignment.of(pair, window, budget);
    add(candidates, window, refined(window, plain.kept()));
    add(candidates, window, plain.kept());
    if (isKeptAny(base)) {
      add(candidates, window, new Cleanup(pair, window).withoutCrumbs(base));
      addAffine(candidates, window);
      addBySentence(candidates, window);
      add(candidates, window, nothing(window));
    }
    candidates.removeIf(candidate -> candidate.marked.words() > plain.words());
    return candidates;
  }

  /** What a plain word diff marks, with what can still be kept in its gaps. */
  Candidate plain(Window window) {
    int[] kept = refined(window, PlainAlignment.of(pair, window, budget).kept());
    return candidate(window, kept);
  }

  private void add(List<Candidate> candidates, Window window, int[] kept) {
    candidates.add(candidate(window, kept));
  }

  private Candidate candidate(Window window, int[] kept) {
    int[] joined = kept.clone();
    new Cleanup(pair, window).joinInsideWords(joined);
    return new Candidate(joined, MarkCost.of(pair, window, joined));
  }

  private static int[] nothing(Window window) {
    int[] kept = new int[window.rows()];
    Arrays.fill(kept, -1);
    return kept;
  }

  private static boolean isKeptAny(int[] kept) {
    for (int to : kept) {
      if (to >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Keeps what can be kept between what is kept already. */
  private int[] refined(Window window, int[] kept) {
    int[] refined = kept.clone();
    int aAt = 0;
    int bAt = window.bStart();
    for (int i = 0; i <= kept.length; i++) {
      if (i < kept.length && kept[i] < 0) {
        continue;
      }
      int bEnd = i == kept.length ? window.bEnd() : kept[i];
      refine(window, new Window(window.aStart() + aAt, window.aStart() + i, bAt, bEnd), refined);
      aAt = i + 1;
      bAt = bEnd + 1;
    }
    return refined;
  }

  private void refine(Window window, Window gap, int[] refined) {
    if (gap.isOneSided()) {
      return;
    }
    int[] a = Arrays.copyOfRange(pair.a(), gap.aStart(), gap.aEnd());
    int[] b = Arrays.copyOfRange(pair.b(), gap.bStart(), gap.bEnd());
    int[] partners = new int[a.length];
    Arrays.fill(partners, -1);
    int kinds = LocalNumbers.renumber(a, b);
    new ShortestAlignment(a, b, kinds, partners, budget).align(0, a.length, 0, b.length);
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] >= 0) {
        refined[gap.aStart() - window.aStart() + i] = gap.bStart() + partners[i];
      }
    }
  }

  private void addAffine(List<Candidate> candidates, Window window) {
    if (window.cells() > MAX_CELLS || !budget.take(PRICES.length * window.cells())) {
      return;
    }
    AffineAlignment affine = new AffineAlignment(pair, window);
    for (int price : PRICES) {
      add(candidates, window, affine.kept(price));
    }
  }

  private void addBySentence(List<Candidate> candidates, Window window) {
    SentenceAlignment sentences = new SentenceAlignment(pair, window);
    if (!sentences.isWorthwhile() || !budget.take(sentences.steps())) {
      return;
    }
    int[] kept = nothing(window);
    for (Window both : sentences.pairs()) {
      if (both.cells() > MAX_CELLS || !budget.take(both.cells())) {
        return;
      }
      int[] inside = new AffineAlignment(pair, both).kept(PRICE_IN_SENTENCES);
      System.arraycopy(inside, 0, kept, both.aStart() - window.aStart(), inside.length);
    }
    add(candidates, window, kept);
    add(candidates, window, new Cleanup(pair, window).withoutCrumbs(kept));
  }
}
