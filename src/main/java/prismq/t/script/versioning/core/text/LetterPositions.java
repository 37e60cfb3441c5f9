package prismq.t.script.versioning.core.text;

import java.nio.charset.StandardCharsets;

/**
 * Counts the letters of a text: its code points that are no white space. Pages break lines
 * elsewhere and show spaces by signs, but they have the same letters in the same order, so that a
 * place on a page is a place in the text.
 */
public final class LetterPositions {
  private static final int STEP = 1_024;

  private final byte[] bytes;

  /** Number of letters before every so many bytes. */
  private final int[] counts;

  private LetterPositions(byte[] bytes) {
    this.bytes = bytes;
    this.counts = new int[bytes.length / STEP + 1];
    int letters = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (at % STEP == 0) {
        counts[at / STEP] = letters;
      }
      letters += startsLetter(at) ? 1 : 0;
    }
    if (bytes.length % STEP == 0) {
      counts[bytes.length / STEP] = letters;
    }
  }

  /** Counts in a text; one that is not UTF-8 has to be counted as it is shown instead. */
  public static LetterPositions of(ScriptText text) {
    return new LetterPositions(text.read());
  }

  /** Number of letters that start before a position in bytes. */
  public int before(int position) {
    int letters = counts[position / STEP];
    for (int at = position - position % STEP; at < position; at++) {
      letters += startsLetter(at) ? 1 : 0;
    }
    return letters;
  }

  private boolean startsLetter(int at) {
    byte first = bytes[at];
    if (first >= 0) {
      return isLetter(first);
    }
    if (ExactText.isContinuation(first)) {
      return false;
    }
    // All white space beyond ASCII takes two or three bytes.
    int length = first >= (byte) 0xF0 ? 4 : first >= (byte) 0xE0 ? 3 : 2;
    return length == 4
        || at + length > bytes.length
        || isLetter(new String(bytes, at, length, StandardCharsets.UTF_8).codePointAt(0));
  }

  /**
   * Finds letters of a text.
   *
   * @param read the text as it is shown
   * @param start the number of letters before the first one
   * @param end the number of letters up to the end of the last one
   * @return from the start of the first letter to the end of the last one, in code points; an empty
   *     range at the end of the text where it has not so many
   */
  public static CodePointRange find(String read, int start, int end) {
    int letters = 0;
    int point = 0;
    int first = -1;
    for (int at = 0; at < read.length(); point++) {
      int codePoint = read.codePointAt(at);
      if (isLetter(codePoint)) {
        first = letters == start ? point : first;
        letters++;
        if (letters == end && first >= 0) {
          return new CodePointRange(first, point + 1);
        }
      }
      at += Character.charCount(codePoint);
    }
    return new CodePointRange(point, point);
  }

  /** Whether it is no white space, as browsers see it. */
  public static boolean isLetter(int codePoint) {
    return switch (codePoint) {
      case '\t', '\n', 0x0B, '\f', '\r', ' ', 0xA0, 0x1680, 0x2028, 0x2029, 0x202F -> false;
      case 0x205F, 0x3000, 0xFEFF -> false;
      default -> codePoint < 0x2000 || codePoint > 0x200A;
    };
  }
}
