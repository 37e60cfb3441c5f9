package prismq.t.script.versioning.core.diff;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import prismq.t.script.versioning.core.text.Folding;
import prismq.t.script.versioning.core.text.InvisibleCharacters;
import prismq.t.script.versioning.core.text.LineEnds;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.Words;

/** What a change is about, the weakest first. */
public enum ChangeCategory {
  /** Nothing changed. */
  NONE,
  /** Lines end with another of LF, CRLF and CR than before. */
  LINE_ENDINGS,
  /** Spaces, line breaks, blank lines. */
  WHITESPACE,
  /** Bullets, numbers and signs of quotation before items. */
  LIST_MARKS,
  /** What looks the same: accents spelled otherwise, soft hyphens, no-break spaces. */
  LOOKALIKES,
  /** Signs between the same words, such as commas, quotation marks and dashes. */
  PUNCTUATION,
  /** Small letters became capital ones, or the other way round. */
  CASE,
  /** Words or signs. */
  WORDS;

  private static final Pattern SPACES = Pattern.compile("[\\h\\v]+");

  /** What the replacement of one decoded text by another is about. */
  static ChangeCategory of(String from, String to) {
    if (from.equals(to)) {
      return NONE;
    }
    if (withLineFeeds(from).equals(withLineFeeds(to))) {
      return LINE_ENDINGS;
    }
    if (from.isBlank() && to.isBlank()) {
      return WHITESPACE;
    }
    boolean mayLookAlike = !isAscii(from) || !isAscii(to);
    if (mayLookAlike && ((isBlank(from) && isBlank(to)) || looks(from).equals(looks(to)))) {
      return LOOKALIKES;
    }
    if (from.equalsIgnoreCase(to)) {
      return CASE;
    }
    return words(from).equals(words(to)) ? PUNCTUATION : WORDS;
  }

  private static String withLineFeeds(String text) {
    return LineEnds.withLineFeeds(text).replace("\r\n", "\n");
  }

  private static List<String> words(String text) {
    if (!Words.hasAny(text)) {
      return List.of();
    }
    Pieces pieces = Words.split(text);
    return IntStream.range(0, pieces.size())
        .mapToObj(i -> text.substring(pieces.start(i), pieces.end(i)))
        .filter(Words::isWord)
        .map(Folding::asWord)
        .toList();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /** Whether a reader sees nothing but space. */
  private static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(
            codePoint ->
                Character.isWhitespace(codePoint)
                    || Character.isSpaceChar(codePoint)
                    || InvisibleCharacters.contains(codePoint));
  }

  private static String looks(String text) {
    return SPACES.matcher(Folding.asSeen(text)).replaceAll(" ");
  }

  /** The stronger of two. */
  ChangeCategory or(ChangeCategory other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
