package prismq.t.script.versioning.core.text;

import java.nio.charset.StandardCharsets;

/**
 * Texts in their exact form, in which every byte is one character (ISO 8859-1), and as they are
 * displayed.
 */
public final class ExactText {
  private ExactText() {}

  /** The exact form of characters in UTF-8. */
  public static String of(String characters) {
    return new String(characters.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** An exact text for display: bytes that are not UTF-8 are replaced. */
  public static String decoded(String exact) {
    if (Folding.isAscii(exact)) {
      return exact;
    }
    return new String(exact.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Whether a byte continues a character of UTF-8 that starts before it. */
  public static boolean isContinuation(int exact) {
    return (exact & 0xC0) == 0x80;
  }
}
