package prismq.t.script.versioning.core.fountain;

import java.util.List;
import prismq.t.script.versioning.core.fountain.FountainPiece.PieceKind;

/**
 * A line of a screenplay and what it is; with a note or a boneyard in it, it may go over several
 * lines of the text.
 *
 * @param start in {@code char}s of the source
 * @param end the first one that no longer belongs to it
 * @param pieces in order; each character of the element is in exactly one
 */
public record FountainElement(FountainType type, int start, int end, List<FountainPiece> pieces) {
  /** What is read of it, with the signs of emphasis. */
  public String text(String source) {
    return joined(source, PieceKind.TEXT);
  }

  /** The number of a scene or page; empty where there is none. */
  public String number(String source) {
    return joined(source, PieceKind.NUMBER);
  }

  /** How deep a section lies, from 1. */
  public int depth(String source) {
    int depth = 0;
    for (FountainPiece piece : pieces) {
      for (int i = piece.start(); piece.kind() == PieceKind.MARK && i < piece.end(); i++) {
        depth += source.charAt(i) == '#' ? 1 : 0;
      }
    }
    return depth;
  }

  private String joined(String source, PieceKind kind) {
    String first = "";
    StringBuilder more = null;
    for (FountainPiece piece : pieces) {
      if (piece.kind() == kind) {
        String part = source.substring(piece.start(), piece.end());
        if (more == null && first.isEmpty()) {
          first = part;
        } else {
          more = more == null ? new StringBuilder(first) : more;
          more.append(part);
        }
      }
    }
    return more == null ? first : more.toString();
  }
}
