package prismq.t.script.versioning.core.diff;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;

/** The paragraphs of one text of a comparison, in the stretch of it that may have changed. */
final class Side {
  private final Pieces lines;
  private final int firstLine;
  private final int[] lineEnds;
  private final Pieces keys;
  private final @Nullable Tokens[] tokens;

  Side(Pieces lines, int firstLine, int endLine) {
    this.lines = lines;
    this.firstLine = firstLine;
    this.lineEnds = Paragraphs.ends(lines, firstLine, endLine);
    this.keys = joinedKeys();
    this.tokens = new Tokens[lineEnds.length];
  }

  private Pieces joinedKeys() {
    Pieces.Builder builder = new Pieces.Builder();
    String exact = lines.text();
    for (int i = 0; i < lineEnds.length; i++) {
      boolean started = false;
      boolean spaced = false;
      int end = end(i);
      for (int at = start(i); at < end; at++) {
        char c = exact.charAt(at);
        if (Paragraphs.isSpace(c)) {
          spaced = started;
        } else {
          if (spaced) {
            builder.append(' ');
            spaced = false;
          }
          builder.append(c);
          started = true;
        }
      }
      builder.end();
    }
    return builder.build();
  }

  /** Number of paragraphs. */
  int size() {
    return lineEnds.length;
  }

  /** The paragraphs with every stretch of white space as one space, and none at their ends. */
  Pieces keys() {
    return keys;
  }

  /** Number of bytes of a key. */
  int keyLength(int paragraph) {
    return keys.end(paragraph) - keys.start(paragraph);
  }

  int lineStart(int paragraph) {
    return paragraph == 0 ? firstLine : lineEnds[paragraph - 1];
  }

  /** Where the exact text of a paragraph starts; after the last one, where the stretch ends. */
  int start(int paragraph) {
    return lines.start(lineStart(paragraph));
  }

  int end(int paragraph) {
    return lines.end(lineEnds[paragraph] - 1);
  }

  /** The words and signs of a paragraph. */
  Tokens tokens(int paragraph) {
    Tokens known = tokens[paragraph];
    if (known == null) {
      known = Tokens.of(lines.text(), start(paragraph), end(paragraph));
      tokens[paragraph] = known;
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
