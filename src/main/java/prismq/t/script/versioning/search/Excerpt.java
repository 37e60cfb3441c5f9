package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.text.CharacterRange;
import prismq.t.script.versioning.core.text.Words;

/**
 * As much of a text as shows what was found in it.
 *
 * @param pieces in order; joined they are what is shown
 */
public record Excerpt(List<ExcerptPiece> pieces) {
  /** Stands for what is left out. */
  private static final String GAP = " … ";

  /** Most places of a long text that are shown. */
  private static final int MAX_PLACES = 3;

  /** A cut is moved to a blank that is no further away than this. */
  private static final int NEAR = 24;

  /** A part of what is shown; marked where it was searched for. */
  public record ExcerptPiece(String text, boolean marked) {}

  /**
   * The excerpt of a text.
   *
   * @param hits in order, without overlap
   * @param longest about as many characters as are shown of a long text
   */
  static Excerpt of(String text, List<CharacterRange> hits, int longest) {
    List<CharacterRange> windows = windows(text, hits, longest);
    List<ExcerptPiece> pieces = new ArrayList<>();
    int end = 0;
    for (CharacterRange window : windows) {
      if (window.start() > end) {
        add(pieces, end == 0 ? "… " : GAP, false);
      }
      pieces(text, hits, window, pieces);
      end = window.end();
    }
    if (end < text.length()) {
      add(pieces, " …", false);
    }
    return new Excerpt(List.copyOf(pieces));
  }

  /** A part of the text without a gap in it, from a little before its first hit on. */
  static String around(String text, List<CharacterRange> hits, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int first = hits.isEmpty() ? 0 : hits.get(0).start();
    int start = start(text, Math.max(0, Math.min(first - longest / 3, text.length() - longest)));
    return text.substring(start, end(text, Math.min(text.length(), start + longest))).strip();
  }

  /** What is shown, without marks. */
  public String text() {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text));
    return text.toString();
  }

  /** Where in {@link #text} the marks are. */
  public List<CharacterRange> hits() {
    List<CharacterRange> hits = new ArrayList<>();
    int at = 0;
    for (ExcerptPiece piece : pieces) {
      if (piece.marked) {
        hits.add(new CharacterRange(at, at + piece.text.length()));
      }
      at += piece.text.length();
    }
    return hits;
  }

  private static void pieces(
      String text, List<CharacterRange> hits, CharacterRange window, List<ExcerptPiece> pieces) {
    int at = window.start();
    for (CharacterRange hit : hits) {
      int start = Math.max(hit.start(), at);
      int end = Math.min(hit.end(), window.end());
      if (start < end) {
        add(pieces, text.substring(at, start), false);
        add(pieces, text.substring(start, end), true);
        at = end;
      }
    }
    add(pieces, text.substring(at, window.end()), false);
  }

  private static void add(List<ExcerptPiece> pieces, String text, boolean marked) {
    if (!text.isEmpty()) {
      pieces.add(new ExcerptPiece(text, marked));
    }
  }

  /** The parts of the text that are shown, in order and without overlap. */
  private static List<CharacterRange> windows(String text, List<CharacterRange> hits, int longest) {
    if (text.length() <= longest) {
      return List.of(new CharacterRange(0, text.length()));
    }
    if (hits.isEmpty()) {
      return List.of(new CharacterRange(0, end(text, longest)));
    }
    List<CharacterRange> windows = new ArrayList<>();
    int places = Math.min(MAX_PLACES, hits.size());
    int room = longest / places;
    for (CharacterRange hit : hits) {
      int before = Math.min(room / 3, hit.start());
      int start = start(text, hit.start() - before);
      int end = end(text, Math.min(text.length(), Math.max(start, hit.start()) + room - before));
      CharacterRange last = windows.isEmpty() ? null : windows.get(windows.size() - 1);
      if (last != null && hit.end() <= last.end()) {
        continue;
      }
      if (last != null && start <= last.end()) {
        windows.set(windows.size() - 1, new CharacterRange(last.start(), end));
      } else if (windows.size() < places) {
        windows.add(new CharacterRange(start, end));
      }
      if (shown(windows) >= longest) {
        break;
      }
    }
    return windows;
  }

  private static int shown(List<CharacterRange> windows) {
    return windows.stream().mapToInt(CharacterRange::length).sum();
  }

  /** The start of a word near a position, else the start of a character. */
  private static int start(String text, int position) {
    for (int i = position; i > 0 && i > position - NEAR; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return wholeCharacter(text, position);
  }

  /** The end of a word near a position, else the end of a character. */
  private static int end(String text, int position) {
    for (int i = position; i < text.length() && i < position + NEAR; i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return position + NEAR >= text.length() ? text.length() : wholeCharacter(text, position);
  }

  /** Not between what readers see as one character. */
  private static int wholeCharacter(String text, int position) {
    int at = position;
    while (at > 0
        && at < text.length()
        && (Character.isLowSurrogate(text.charAt(at))
            || Words.isMark(Character.codePointAt(text, at)))) {
      at--;
    }
    return at;
  }
}
