package prismq.t.script.versioning.core.diff;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;

/** The paragraphs of one text of a comparison, in the stretch of it that may have changed. */
final class Side {
  private final Pieces lines;
  private final int firstLine;
  private final int size;

  /**
   * Null where every line is a paragraph, as in texts that have too many of them to waste memory.
   */
  private final int @Nullable [] lineEnds;

  private final Pieces keys;
  private @Nullable Tokens @Nullable [] tokens;

  Side(Pieces lines, int firstLine, int endLine) {
    this.lines = lines;
    this.firstLine = firstLine;
    int[] ends = Paragraphs.ends(lines, new LineRange(firstLine, endLine));
    this.size = ends.length;
    this.lineEnds = size == endLine - firstLine ? null : ends;
    this.keys = joinedKeys();
  }

  private Pieces joinedKeys() {
    Pieces.Builder builder = new Pieces.Builder();
    for (int i = 0; i < size; i++) {
      addKey(builder, start(i), end(i));
    }
    return builder.build();
  }

  /** Copies in one go what needs no change: most paragraphs whole. */
  private void addKey(Pieces.Builder builder, int start, int end) {
    String exact = lines.text();
    int keyEnd = end;
    while (keyEnd > start && Paragraphs.isSpace(exact.charAt(keyEnd - 1))) {
      keyEnd--;
    }
    int copied = start;
    while (copied < keyEnd && Paragraphs.isSpace(exact.charAt(copied))) {
      copied++;
    }
    for (int at = copied; at < keyEnd; at++) {
      char c = exact.charAt(at);
      if (c > ' ' || !Paragraphs.isSpace(c)) {
        continue;
      }
      int afterSpaces = at + 1;
      while (Paragraphs.isSpace(exact.charAt(afterSpaces))) {
        afterSpaces++;
      }
      if (c != ' ' || afterSpaces > at + 1) {
        builder.append(exact, copied, at).append(' ');
        copied = afterSpaces;
      }
      at = afterSpaces - 1;
    }
    builder.add(exact, copied, keyEnd);
  }

  /** Number of paragraphs. */
  int size() {
    return size;
  }

  /** The paragraphs with every stretch of white space as one space, and none at their ends. */
  Pieces keys() {
    return keys;
  }

  /** Number of bytes of a key. */
  int keyLength(int paragraph) {
    return keys.end(paragraph) - keys.start(paragraph);
  }

  /** The first line of a paragraph; after the last one, the line where the stretch ends. */
  int lineStart(int paragraph) {
    if (lineEnds == null) {
      return firstLine + paragraph;
    }
    return paragraph == 0 ? firstLine : lineEnds[paragraph - 1];
  }

  /** Where the exact text of a paragraph starts; after the last one, where the stretch ends. */
  int start(int paragraph) {
    return lines.start(lineStart(paragraph));
  }

  int end(int paragraph) {
    return lines.end(lineStart(paragraph + 1) - 1);
  }

  /** The words and signs of a paragraph. */
  Tokens tokens(int paragraph) {
    @Nullable Tokens[] kept = tokens == null ? new Tokens[size] : tokens;
    tokens = kept;
    Tokens known = kept[paragraph];
    if (known == null) {
      known = Tokens.of(lines.text(), start(paragraph), end(paragraph));
      kept[paragraph] = known;
    }
    return known;
  }

  /** The words and signs of several paragraphs in a row. */
  Tokens tokens(int paragraphStart, int paragraphEnd) {
    return paragraphEnd == paragraphStart + 1
        ? tokens(paragraphStart)
        : Tokens.of(lines.text(), start(paragraphStart), end(paragraphEnd - 1));
  }
}
