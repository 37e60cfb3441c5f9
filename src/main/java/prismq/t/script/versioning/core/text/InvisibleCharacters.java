package prismq.t.script.versioning.core.text;

/**
 * Characters that nobody sees: soft hyphens, spaces and joiners without width, directional marks
 * and variation selectors. They belong to the character before them, and make no other word.
 */
public final class InvisibleCharacters {
  static final int SOFT_HYPHEN = 0xAD;
  static final int ZERO_WIDTH_SPACE = 0x200B;

  private InvisibleCharacters() {}

  /** Whether a character is one of them. */
  public static boolean contains(int codePoint) {
    if (codePoint < ZERO_WIDTH_SPACE) {
      return codePoint == SOFT_HYPHEN
          || codePoint == 0x34F
          || codePoint == 0x61C
          || codePoint == 0x17B4
          || codePoint == 0x17B5
          || (codePoint >= 0x180B && codePoint <= 0x180F);
    }
    if (codePoint <= 0x206F) {
      return codePoint <= 0x200F
          || (codePoint >= 0x202A && codePoint <= 0x202E)
          || codePoint >= 0x2060;
    }
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || codePoint == 0xFEFF
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }
}
