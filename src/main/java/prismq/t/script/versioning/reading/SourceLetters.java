package prismq.t.script.versioning.reading;

import prismq.t.script.versioning.core.text.LetterPositions;
import prismq.t.script.versioning.web.Html;

/**
 * Says of what stands on a page how many letters of the source come before it, so that comments
 * find their words there as {@link LetterPositions} counts them.
 */
final class SourceLetters {
  private final String source;
  private final boolean isExact;
  private int at;
  private int letters;

  /**
   * Counts in a source.
   *
   * @param isExact false where it has not all bytes of the text, so that nothing can be said
   */
  SourceLetters(String source, boolean isExact) {
    this.source = source;
    this.isExact = isExact;
  }

  /**
   * Adds characters of the source that stand on the page as they are.
   *
   * @param start in {@code char}s of the source; best asked for in its order
   */
  void add(Html html, String shown, int start) {
    if (isExact) {
      html.raw("<span data-to=\"").raw(before(start)).raw("\">").text(shown).raw("</span>");
    } else {
      html.text(shown);
    }
  }

  /** Number of letters before a place. */
  private int before(int place) {
    if (place < at) {
      at = 0;
      letters = 0;
    }
    while (at < place) {
      int codePoint = source.codePointAt(at);
      letters += LetterPositions.isLetter(codePoint) ? 1 : 0;
      at += Character.charCount(codePoint);
    }
    return letters;
  }
}
