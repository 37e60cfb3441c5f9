package prismq.t.script.versioning.core.fountain;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.fountain.FountainPiece.PieceKind;
import prismq.t.script.versioning.core.text.LineEnds;

/**
 * A line as it is without notes and boneyards, which may reach over several lines of the source.
 *
 * @param end behind its line end
 * @param visible the characters that are left of it, without its line end
 * @param hidden the notes and boneyards in it
 */
record FountainLine(String source, int start, int end, String visible, List<FountainPiece> hidden) {
  /** Cuts a text into its lines; each character is in exactly one. */
  static List<FountainLine> of(String source) {
    List<FountainPiece> hidden = HiddenText.of(source);
    List<FountainLine> lines = new ArrayList<>();
    int next = 0;
    int start = 0;
    while (start < source.length()) {
      int first = next;
      int at = start;
      while (at < source.length()) {
        if (next < hidden.size() && hidden.get(next).start() == at) {
          at = hidden.get(next++).end();
        } else if (LineEnds.endsAt(source, at++)) {
          break;
        }
      }
      List<FountainPiece> own = hidden.subList(first, next);
      lines.add(new FountainLine(source, start, at, visible(source, start, at, own), own));
      start = at;
    }
    return lines;
  }

  private static String visible(String source, int start, int end, List<FountainPiece> hidden) {
    StringBuilder visible = null;
    int from = start;
    for (FountainPiece piece : hidden) {
      visible = visible == null ? new StringBuilder() : visible;
      visible.append(source, from, piece.start());
      from = piece.end();
    }
    int to = Math.max(from, end - lineEnd(source, from, end));
    return visible == null
        ? source.substring(from, to)
        : visible.append(source, from, to).toString();
  }

  /** The number of characters that end a line at a place. */
  private static int lineEnd(String source, int from, int end) {
    if (end == from || !LineEnds.endsAt(source, end - 1)) {
      return 0;
    }
    return source.charAt(end - 1) == '\n' && end - 1 > from && source.charAt(end - 2) == '\r'
        ? 2
        : 1;
  }

  boolean isBlank() {
    return LineShape.isBlank(visible);
  }

  boolean hasNote() {
    return hidden.stream().anyMatch(piece -> piece.kind() == PieceKind.NOTE);
  }

  /** Whether it is only a part of one line of the source that was struck out. */
  boolean isWithinOneLine() {
    return hidden.stream()
        .noneMatch(
            piece ->
                source
                    .substring(piece.start(), piece.end())
                    .chars()
                    .anyMatch(c -> c == '\n' || c == '\r'));
  }

  /**
   * The element that this line is.
   *
   * @param shape which characters are its text and its number
   */
  FountainElement element(FountainType type, LineShape shape) {
    List<FountainPiece> pieces = new ArrayList<>(hidden.size() * 2 + 4);
    int from = start;
    int shown = 0;
    for (FountainPiece piece : hidden) {
      shown = addVisible(pieces, shape, from, piece.start(), shown);
      pieces.add(piece);
      from = piece.end();
    }
    int lineEnd = end - lineEnd(source, from, end);
    addVisible(pieces, shape, from, lineEnd, shown);
    add(pieces, PieceKind.LINE_END, lineEnd, end);
    return new FountainElement(type, start, end, List.copyOf(pieces));
  }

  /** Adds what is not hidden between two places; the first is that many visible characters in. */
  private static int addVisible(
      List<FountainPiece> pieces, LineShape shape, int from, int to, int shown) {
    int shift = from - shown;
    int until = to - shift;
    int[] borders = {
      shape.textStart(), shape.textEnd(), shape.numberStart(), shape.numberEnd(), until
    };
    int at = shown;
    for (int i = 0; i < borders.length; i++) {
      int border = Math.min(until, Math.max(at, borders[i]));
      add(pieces, LineShape.KINDS.get(i), at + shift, border + shift);
      at = border;
    }
    return until;
  }

  private static void add(List<FountainPiece> pieces, PieceKind kind, int start, int end) {
    if (start < end) {
      pieces.add(new FountainPiece(kind, start, end));
    }
  }
}
