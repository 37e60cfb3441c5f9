package prismq.t.script.versioning.core.fountain;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.fountain.FountainPiece.PieceKind;

/**
 * The boneyards and notes of a text, which are taken out before anything else is looked at. One
 * that never ends is none: a slip of the pen hides nothing. Takes time in proportion to the text.
 */
final class HiddenText {
  private final String source;
  private final List<FountainPiece> boneyards = new ArrayList<>();
  private final List<FountainPiece> all = new ArrayList<>();

  private HiddenText(String source) {
    this.source = source;
  }

  /** In order and without overlap. */
  static List<FountainPiece> of(String source) {
    HiddenText hidden = new HiddenText(source);
    hidden.findBoneyards();
    hidden.findNotes();
    return hidden.all;
  }

  private void findBoneyards() {
    int start = source.indexOf("/*");
    while (start >= 0) {
      int end = source.indexOf("*/", start + 2);
      if (end < 0) {
        return;
      }
      boneyards.add(new FountainPiece(PieceKind.BONEYARD, start, end + 2));
      start = source.indexOf("/*", end + 2);
    }
  }

  /** Looks for notes between the boneyards; one that has a boneyard in it goes on behind that. */
  private void findNotes() {
    int at = 0;
    int next = 0;
    while (at < source.length()) {
      int start = source.indexOf("[[", at);
      while (next < boneyards.size() && (start < 0 || boneyards.get(next).start() < start)) {
        FountainPiece boneyard = boneyards.get(next++);
        all.add(boneyard);
        at = boneyard.end();
        start = start >= 0 && start < at ? source.indexOf("[[", at) : start;
      }
      if (start < 0) {
        return;
      }
      next = addNote(start, next);
      at = end;
    }
    while (next < boneyards.size()) {
      all.add(boneyards.get(next++));
    }
  }

  /** Where {@link #addNote} stopped. */
  private int end;

  /** Adds the note that starts here, if it ends; returns the first boneyard behind it. */
  private int addNote(int start, int firstBoneyard) {
    List<FountainPiece> parts = new ArrayList<>();
    int next = firstBoneyard;
    int from = start;
    int at = start + 2;
    while (at < source.length()) {
      if (next < boneyards.size() && boneyards.get(next).start() == at) {
        parts.add(new FountainPiece(PieceKind.NOTE, from, at));
        parts.add(boneyards.get(next));
        at = boneyards.get(next++).end();
        from = at;
      } else if (source.startsWith("]]", at)) {
        at += 2;
        parts.add(new FountainPiece(PieceKind.NOTE, from, at));
        parts.stream().filter(part -> part.start() < part.end()).forEach(all::add);
        end = at;
        return next;
      } else if (isParagraphEnd(at)) {
        break;
      } else {
        at++;
      }
    }
    // Nothing up to here ends a note, so that other beginnings up to here begin none either.
    for (int i = firstBoneyard; i < next; i++) {
      all.add(boneyards.get(i));
    }
    end = at;
    return next;
  }

  /** Whether a line ends here before an empty one, unless two blanks on that join the lines. */
  private boolean isParagraphEnd(int at) {
    if (!isLineEnd(at)) {
      return false;
    }
    int next = at + 1;
    while (next < source.length() && isBlank(source.charAt(next))) {
      next++;
    }
    boolean isEmpty = next == source.length() || "\r\n".indexOf(source.charAt(next)) >= 0;
    return isEmpty && next - at - 1 < 2;
  }

  private boolean isLineEnd(int at) {
    char character = source.charAt(at);
    return character == '\n' || (character == '\r' && !source.startsWith("\n", at + 1));
  }

  private static boolean isBlank(char character) {
    return character == ' ' || character == '\t';
  }
}
