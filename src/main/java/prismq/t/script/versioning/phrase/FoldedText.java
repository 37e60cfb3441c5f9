package prismq.t.script.versioning.phrase;

import java.util.Arrays;
import prismq.t.script.versioning.core.passage.PhraseMatch;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.CharacterRange;
import prismq.t.script.versioning.core.text.ExactText;
import prismq.t.script.versioning.core.text.Folding;
import prismq.t.script.versioning.core.text.Words;

/** A text as it is searched for a phrase, as seen or folded, with the origin of each character. */
final class FoldedText {
  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];

  private final PhraseMatch match;

  private FoldedText(PhraseMatch match) {
    this.match = match;
  }

  /**
   * Folds a text.
   *
   * @param exact every byte as one character
   */
  static FoldedText of(String exact, PhraseMatch match) {
    FoldedText folded = new FoldedText(match);
    for (int at = 0; at < exact.length(); ) {
      int end = at + length(exact, at);
      while (end < exact.length() && isAttached(exact, end)) {
        end += length(exact, end);
      }
      folded.add(exact, at, end);
      at = end;
    }
    return folded;
  }

  /** Whether a character is composed with the one before it, or invisible. */
  private static boolean isAttached(String exact, int at) {
    if (exact.charAt(at) < 0x80) {
      return false;
    }
    int length = length(exact, at);
    int codePoint = exact.charAt(at) & (0xFF >> (length + 1));
    for (int i = at + 1; i < at + length; i++) {
      codePoint = (codePoint << 6) | (exact.charAt(i) & 0x3F);
    }
    boolean isRestOfSyllable = codePoint >= 0x1160 && codePoint <= 0x11FF;
    return length > 1 && (isRestOfSyllable || Words.isMark(codePoint));
  }

  /** Number of bytes of the UTF-8 character that starts here; 1 if none does. */
  private static int length(String exact, int at) {
    char first = exact.charAt(at);
    int length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
    for (int i = at + 1; i < at + length; i++) {
      if (i == exact.length() || !ExactText.isContinuation(exact.charAt(i))) {
        return 1;
      }
    }
    return length;
  }

  private void add(String exact, int start, int end) {
    if (match == PhraseMatch.EXACT) {
      addAsSeen(exact, start, end);
      return;
    }
    if (end - start == 1 && exact.charAt(start) < 0x80) {
      char c = exact.charAt(start);
      if (Folding.isSpace(c)) {
        addSpace(start, end);
      } else {
        add(Character.toLowerCase(c), start, end);
      }
      return;
    }
    String folded = Folding.fold(ExactText.decoded(exact.substring(start, end)));
    if (folded.isEmpty()) {
      goOn(end);
    }
    for (int i = 0; i < folded.length(); i++) {
      if (Folding.isSpace(folded.charAt(i))) {
        addSpace(start, end);
      } else {
        add(folded.charAt(i), start, end);
      }
    }
  }

  private void addAsSeen(String exact, int start, int end) {
    String seen = Folding.asSeen(ExactText.decoded(exact.substring(start, end)));
    if (seen.isEmpty()) {
      goOn(end);
    }
    for (int i = 0; i < seen.length(); i++) {
      add(seen.charAt(i), start, end);
    }
  }

  private void addSpace(int start, int end) {
    if (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
      goOn(end);
    } else {
      add(' ', start, end);
    }
  }

  /** Extends the last character to this position of the original. */
  private void goOn(int end) {
    if (text.length() > 0) {
      ends[text.length() - 1] = end;
    }
  }

  private void add(char c, int start, int end) {
    int size = text.length();
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    starts[size] = start;
    ends[size] = end;
    text.append(c);
  }

  /** The text as it is searched. */
  String text() {
    return text.toString();
  }

  /** Where a part of it stands in the original. */
  ByteRange place(CharacterRange part) {
    return new ByteRange(starts[part.start()], ends[part.end() - 1]);
  }
}
