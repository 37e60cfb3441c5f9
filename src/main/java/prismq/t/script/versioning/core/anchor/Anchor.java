package prismq.t.script.versioning.core.anchor;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import prismq.t.script.versioning.core.text.BinarySearch;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.CharacterPositions;
import prismq.t.script.versioning.core.text.CharacterRange;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * The words of a version that a comment is about.
 *
 * @param version the number of the version
 * @param bytes where they stand in its text as it is read, in UTF-8
 * @param range the same in code points
 * @param quote the words themselves
 * @param before up to 64 code points before them, whole characters as they are read
 * @param after up to 64 code points after them likewise
 */
public record Anchor(
    int version, ByteRange bytes, CodePointRange range, String quote, String before, String after) {
  private static final int CONTEXT = 64;

  /** Further from a place no character starts that reaches over it. */
  private static final int MAX_CHARACTER = 64;

  private static final Pattern CHARACTER = Pattern.compile("\\X");

  /**
   * The anchor of a stretch of a version, widened to whole characters as they are read: no accent
   * is cut from its letter.
   *
   * @param range in code points of the text with its line ends, at least one and within it
   */
  public static Anchor of(int version, ScriptText text, CodePointRange range) {
    String read = new String(text.read(), StandardCharsets.UTF_8);
    int start = characterStart(read, read.offsetByCodePoints(0, range.start()));
    int end = read.offsetByCodePoints(0, range.end());
    int endStart = characterStart(read, end);
    if (endStart < end) {
      end = characterEnd(read, endStart);
    }
    return of(version, text, read, new CharacterRange(start, end));
  }

  private static Anchor of(int version, ScriptText text, String read, CharacterRange quoted) {
    int start = quoted.start();
    int end = quoted.end();
    int startPoint = read.codePointCount(0, start);
    int contextStart = read.offsetByCodePoints(start, -Math.min(CONTEXT, startPoint));
    int points = read.codePointCount(end, Math.min(read.length(), end + 2 * CONTEXT));
    int contextEnd = read.offsetByCodePoints(end, Math.min(CONTEXT, points));
    int whole = characterStart(read, contextStart);
    int beforeStart = whole < contextStart ? characterEnd(read, whole) : contextStart;
    String quote = read.substring(start, end);
    return new Anchor(
        version,
        bytes(text, read, quoted),
        new CodePointRange(startPoint, startPoint + quote.codePointCount(0, quote.length())),
        quote,
        read.substring(Math.min(beforeStart, start), start),
        read.substring(end, Math.max(end, characterStart(read, contextEnd))));
  }

  private static ByteRange bytes(ScriptText text, String read, CharacterRange range) {
    if (text.exactlyDecoded()) {
      int start = length(read.substring(0, range.start()));
      return ByteRange.ofLength(start, length(range.in(read)));
    }
    // Bytes that are no characters are read as one character each, or several as one.
    int[] positions = IntStream.rangeClosed(0, text.read().length).toArray();
    int[] characters = CharacterPositions.of(text.read(), positions);
    return new ByteRange(
        BinarySearch.first(characters.length, at -> characters[at] >= range.start()),
        BinarySearch.first(characters.length, at -> characters[at] >= range.end()));
  }

  private static int length(String read) {
    return read.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The start of the character that a position is in, which may be the position itself. */
  private static int characterStart(String read, int position) {
    if (position == 0 || position == read.length()) {
      return position;
    }
    // A line feed is a character of its own, so that counting may start after it.
    int safe = Math.max(0, position - MAX_CHARACTER);
    Matcher matcher =
        CHARACTER.matcher(read).region(safe, Math.min(read.length(), position + MAX_CHARACTER));
    int start = position;
    while (matcher.find() && matcher.start() <= position) {
      start = matcher.start();
    }
    return start;
  }

  private static int characterEnd(String read, int start) {
    Matcher matcher =
        CHARACTER.matcher(read).region(start, Math.min(read.length(), start + 2 * MAX_CHARACTER));
    return matcher.find() ? matcher.end() : start;
  }
}
