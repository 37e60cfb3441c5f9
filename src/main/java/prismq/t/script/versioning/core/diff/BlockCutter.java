package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.text.LineEnds;

/**
 * Cuts what is too long to be shown at once, at the end of a paragraph, of a line or of a word if
 * there is one near the limit, and never inside of a character.
 */
final class BlockCutter {
  private final String from;
  private final String to;
  private final int most;
  private final int costOfMark;
  private final List<BlockPart> parts = new ArrayList<>();
  private int fromStart;
  private int toStart;
  private int fromAt;
  private int toAt;
  private int size;

  /**
   * @param most size of a part at most: its bytes, and what each mark costs
   */
  BlockCutter(String from, String to, int most, int costOfMark) {
    this.from = from;
    this.to = to;
    this.most = most;
    this.costOfMark = costOfMark;
  }

  /**
   * The parts in their order, at least one.
   *
   * @param words what differs in it, in order
   */
  List<BlockPart> parts(BlockPart whole, List<WordEdit> words) {
    fromStart = fromAt = whole.fromStart();
    toStart = toAt = whole.toStart();
    for (WordEdit edit : words) {
      addRight(edit.toStart(), 0);
      fromAt = Math.max(fromAt, edit.fromStart());
      addLeft(edit.fromEnd());
      addRight(edit.toEnd(), costOfMark);
    }
    addRight(whole.toEnd(), 0);
    fromAt = whole.fromEnd();
    end(whole.continues());
    return parts;
  }

  private void addLeft(int end) {
    while (fromAt < end) {
      int next = next(from, fromAt, end, costOfMark);
      size += next - fromAt + costOfMark;
      fromAt = next;
      endInside(from, next, next < end);
    }
  }

  private void addRight(int end, int cost) {
    while (toAt < end) {
      int next = next(to, toAt, end, cost);
      size += next - toAt + cost;
      toAt = next;
      endInside(to, next, next < end);
    }
  }

  /** How far the part goes; where little room is left, the next one is started before. */
  private int next(String text, int start, int end, int cost) {
    if (size > 0 && size + cost + Math.min(end - start, most / 4) > most) {
      endInside(text, start, true);
    }
    int room = Math.max(1, most - size - cost);
    return end - start <= room ? end : boundary(text, start, start + room);
  }

  private void endInside(String text, int position, boolean isFull) {
    if (isFull) {
      end(!endsParagraph(text, position));
    }
  }

  private void end(boolean continues) {
    parts.add(new BlockPart(fromStart, fromAt, toStart, toAt, continues));
    fromStart = fromAt;
    toStart = toAt;
    size = 0;
  }

  /** The best place for a cut in the second half of a range. */
  private static int boundary(String text, int start, int limit) {
    int least = start + (limit - start) / 2;
    int line = 0;
    int word = 0;
    for (int i = limit; i > least; i--) {
      char before = text.charAt(i - 1);
      boolean isEnd = LineEnds.endsAt(text, i - 1);
      if (isEnd && endsParagraph(text, i)) {
        return i;
      }
      line = line == 0 && isEnd ? i : line;
      word = word == 0 && before <= ' ' ? i : word;
    }
    if (line + word > 0) {
      return line > 0 ? line : word;
    }
    int cut = limit;
    while (cut > start + 1 && isInsideOfCharacter(text.charAt(cut))) {
      cut--;
    }
    return cut;
  }

  /** Whether a byte continues a character of UTF-8. */
  private static boolean isInsideOfCharacter(char exact) {
    return (exact & 0xC0) == 0x80;
  }

  private static boolean endsParagraph(String text, int position) {
    int end = position - 1;
    if (end < 1 || !LineEnds.endsAt(text, end)) {
      return false;
    }
    boolean isPair = text.charAt(end) == '\n' && text.charAt(end - 1) == '\r';
    int before = isPair ? end - 2 : end - 1;
    return before >= 0 && LineEnds.endsAt(text, before);
  }
}
