package prismq.t.script.versioning.comment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.anchor.AnchorState;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.core.text.LetterPositions;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * A thread beside one of the texts of a page.
 *
 * @param isLeft whether its words are in the text that is compared with
 * @param start number of letters before its words; -1 where it has no place
 * @param end number of letters up to their end
 */
record PlacedNote(PlacedThread placed, boolean isLeft, int start, int end) {
  boolean hasPlace() {
    return start >= 0;
  }

  CommentThread thread() {
    return placed.thread();
  }

  /** Threads where they stand in a text, in its order. */
  static List<PlacedNote> of(ScriptText text, List<PlacedThread> placed) {
    return of(text, placed, false);
  }

  /**
   * Threads where they stand in a comparison: on the right, or on the left if their words are only
   * there.
   */
  static List<PlacedNote> of(
      ScriptText text, List<PlacedThread> placed, ScriptText left, List<PlacedThread> placedLeft) {
    Map<Long, PlacedThread> onLeft = new HashMap<>();
    placedLeft.forEach(thread -> onLeft.put(thread.thread().id(), thread));
    List<PlacedThread> right = new ArrayList<>();
    List<PlacedThread> removed = new ArrayList<>();
    for (PlacedThread thread : placed) {
      @Nullable PlacedThread other = onLeft.get(thread.thread().id());
      if (!hasWords(thread) && other != null && hasWords(other)) {
        removed.add(other);
      } else {
        right.add(thread);
      }
    }
    removed.sort(
        java.util.Comparator.comparingInt(
            thread -> thread.range() == null ? 0 : thread.range().start()));
    List<PlacedNote> notes = new ArrayList<>(of(left, removed, true));
    notes.addAll(of(text, right, false));
    return notes;
  }

  private static boolean hasWords(PlacedThread thread) {
    return thread.range() != null && thread.placement().state() != AnchorState.REPLACED;
  }

  private static List<PlacedNote> of(ScriptText text, List<PlacedThread> placed, boolean isLeft) {
    String read = new String(text.read(), StandardCharsets.UTF_8);
    List<PlacedNote> notes = new ArrayList<>();
    int at = 0;
    int point = 0;
    int letters = 0;
    for (PlacedThread thread : placed) {
      @Nullable CodePointRange range = thread.range();
      if (range == null) {
        notes.add(new PlacedNote(thread, isLeft, -1, -1));
        continue;
      }
      for (; point < range.start(); point++) {
        int codePoint = read.codePointAt(at);
        letters += LetterPositions.isLetter(codePoint) ? 1 : 0;
        at += Character.charCount(codePoint);
      }
      int end = read.offsetByCodePoints(at, range.length());
      int own =
          (int) read.substring(at, end).codePoints().filter(LetterPositions::isLetter).count();
      notes.add(new PlacedNote(thread, isLeft, letters, letters + own));
    }
    return notes;
  }
}
