package prismq.t.script.versioning.core.merge;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.ListMarks;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * A line or a sentence, which should not stand in a merged text more often than in any other.
 *
 * @param bytes where it stands in the exact text
 * @param isItem whether it has a bullet or a number
 */
record TextUnit(UnitKey key, ByteRange bytes, boolean isItem) {
  /** Signs that end a sentence before a space, and those that may stand between. */
  private static final String ENDS = ".!?";

  private static final String CLOSING = "\"')]*_";

  /** An ideographic full stop, exclamation mark and question mark, as they are in exact texts. */
  private static final List<String> IDEOGRAPHIC_ENDS =
      List.of("\u00E3\u0080\u0082", "\u00EF\u00BC\u0081", "\u00EF\u00BC\u009F");

  /** Curly quotation marks that close, and an ellipsis, of three bytes each. */
  private static final List<String> LONG_CLOSING =
      List.of("\u00E2\u0080\u009D", "\u00E2\u0080\u0099", "\u00E2\u0080\u00A6");

  /**
   * What makes two of them the same.
   *
   * @param text exact, without a bullet or number, every white space as one space
   */
  record UnitKey(boolean isLine, String text) {
    int words() {
      return ScriptText.ofExact(text).wordCount();
    }
  }

  /** Receives the units of a text. */
  interface UnitVisitor {
    void visit(TextUnit unit);
  }

  /** Goes through the lines and sentences of a text; sentences may go over several lines. */
  static void forEach(Pieces lines, UnitVisitor visitor) {
    int start = 0;
    for (int end : Paragraphs.ends(lines, LineRange.all(lines))) {
      for (int line = start; line < end; line++) {
        visit(lines.text(), lines.bytes(line), true, visitor);
      }
      for (ByteRange sentence : sentences(lines.text(), lines.bytes(new LineRange(start, end)))) {
        visit(lines.text(), sentence, false, visitor);
      }
      start = end;
    }
  }

  private static void visit(String text, ByteRange bytes, boolean isLine, UnitVisitor visitor) {
    int start = bytes.start();
    while (start < bytes.end() && Paragraphs.isSpace(text.charAt(start))) {
      start++;
    }
    int unmarked = ListMarks.end(text, start, bytes.end(), true);
    String key = folded(text, unmarked, bytes.end());
    if (!key.isEmpty()) {
      int end = bytes.end();
      while (Paragraphs.isSpace(text.charAt(end - 1))) {
        end--;
      }
      visitor.visit(
          new TextUnit(new UnitKey(isLine, key), new ByteRange(start, end), unmarked > start));
    }
  }

  private static String folded(String text, int start, int end) {
    StringBuilder folded = new StringBuilder();
    boolean isAfterSpace = true;
    for (int at = start; at < end; at++) {
      boolean isSpace = Paragraphs.isSpace(text.charAt(at));
      if (!isSpace) {
        folded.append(text.charAt(at));
      } else if (!isAfterSpace) {
        folded.append(' ');
      }
      isAfterSpace = isSpace;
    }
    return folded.toString().stripTrailing();
  }

  private static List<ByteRange> sentences(String text, ByteRange paragraph) {
    List<ByteRange> sentences = new ArrayList<>();
    int start = paragraph.start();
    for (int at = start; at < paragraph.end(); at++) {
      int end = sentenceEnd(text, at, paragraph.end());
      if (end > at) {
        sentences.add(new ByteRange(start, end));
        start = end;
        at = end - 1;
      }
    }
    if (start < paragraph.end()) {
      sentences.add(new ByteRange(start, paragraph.end()));
    }
    return sentences;
  }

  /** Where a sentence ends whose last sign starts at a position; the position where none does. */
  private static int sentenceEnd(String text, int at, int limit) {
    for (String sign : IDEOGRAPHIC_ENDS) {
      if (text.startsWith(sign, at)) {
        return Math.min(limit, closed(text, at + sign.length(), limit));
      }
    }
    if (ENDS.indexOf(text.charAt(at)) < 0) {
      return at;
    }
    int end = closed(text, at + 1, limit);
    return end < limit && Paragraphs.isSpace(text.charAt(end)) ? end : at;
  }

  private static int closed(String text, int from, int limit) {
    int end = from;
    while (end < limit) {
      if ((CLOSING + ENDS).indexOf(text.charAt(end)) >= 0) {
        end++;
      } else if (startsWithAny(text, end)) {
        end += 3;
      } else {
        break;
      }
    }
    return Math.min(end, limit);
  }

  private static boolean startsWithAny(String text, int at) {
    for (String sign : LONG_CLOSING) {
      if (text.startsWith(sign, at)) {
        return true;
      }
    }
    return false;
  }
}
