package prismq.t.script.versioning.core.text;

/** Katakana of half the width, which Shift-JIS has as single bytes, and old names often have. */
final class HalfWidthKatakana {
  private static final char FIRST = '\uFF66';
  private static final char LAST = '\uFF9F';
  private static final char VOICED = '\uFF9E';
  private static final char HALF_VOICED = '\uFF9F';
  private static final String SMALL = "ｧｨｩｪｫｬｭｮｯｰ";
  private static final String CAN_BE_VOICED = "ｳｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ";
  private static final String CAN_BE_HALF_VOICED = "ﾊﾋﾌﾍﾎ";

  private HalfWidthKatakana() {}

  static boolean is(int character) {
    return character >= FIRST && character <= LAST;
  }

  /** Whether a word can have it between these: by itself hardly, and marks have their letters. */
  static boolean fits(int before, int character, int after) {
    if (character == VOICED) {
      return CAN_BE_VOICED.indexOf(before) >= 0;
    }
    if (character == HALF_VOICED) {
      return CAN_BE_HALF_VOICED.indexOf(before) >= 0;
    }
    return SMALL.indexOf(character) >= 0 ? is(before) : is(before) || is(after);
  }
}
