package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.align.TextAlignment;

/**
 * Finds edits of a sentence that read better as one replacement: only light words were kept between
 * them, and at most a third of the sentence.
 */
final class Replacements {
  private static final int MIN_WORDS = 3;
  private static final int MAX_WORDS_BETWEEN = 2;
  private static final int KEPT_SHARE = 3;

  /** What stands before an edit, since the one before it, and what it marks. */
  private record EditStep(int keptWords, boolean isDivided, int removedWords, int addedWords) {}

  private final List<EditStep> steps = new ArrayList<>();
  private int keptWords;
  private boolean isDivided;

  /** A token was kept. */
  void kept(TextAlignment alignment, int left, int right) {
    keptWords += alignment.left().isWord(left) ? 1 : 0;
    isDivided |= alignment.isHeavy(left) || alignment.endsSentence(left, right);
  }

  /** Something was edited. */
  void edited(int removedWords, int addedWords) {
    steps.add(new EditStep(keptWords, isDivided, removedWords, addedWords));
    keptWords = 0;
    isDivided = false;
  }

  /** The edits, those of a replacement with its number. */
  List<WordEdit> numbered(List<WordEdit> edits) {
    List<WordEdit> numbered = new ArrayList<>(edits);
    int last = 0;
    for (int start = 0; start < edits.size(); ) {
      int end = start + 1;
      int kept = 0;
      int removed = steps.get(start).removedWords;
      int added = steps.get(start).addedWords;
      while (end < edits.size() && continues(edits.get(end - 1), edits.get(end), steps.get(end))) {
        kept += steps.get(end).keptWords;
        removed += steps.get(end).removedWords;
        added += steps.get(end).addedWords;
        end++;
      }
      boolean isRewritten =
          Math.min(removed, added) >= MIN_WORDS
              && kept * KEPT_SHARE <= Math.min(removed, added) + kept;
      if (end > start + 1 && isRewritten) {
        last++;
        for (int i = start; i < end; i++) {
          numbered.set(i, edits.get(i).inReplacement(last));
        }
      }
      start = end;
    }
    return numbered;
  }

  private static boolean continues(WordEdit before, WordEdit edit, EditStep step) {
    return !step.isDivided
        && step.keptWords <= MAX_WORDS_BETWEEN
        && isRewriting(before)
        && isRewriting(edit);
  }

  private static boolean isRewriting(WordEdit edit) {
    return !edit.isMoved() && edit.category() == ChangeCategory.WORDS;
  }
}
