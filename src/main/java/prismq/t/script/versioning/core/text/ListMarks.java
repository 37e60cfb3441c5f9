package prismq.t.script.versioning.core.text;

/** Finds bullets, numbers and signs of quotation before items. */
public final class ListMarks {
  private static final int MAX_DIGITS = 3;

  private ListMarks() {}

  /**
   * Where a mark ends that starts at a position of an exact text: “- ”, “* ”, “+ ”, “• ”, “> ”, “1.
   * ”, “1) ”, “(1) ”, without the space; the position itself where there is none.
   *
   * @param mayBeNumber whether a number counts; one at the start of a wrapped line is none
   */
  public static int end(String exact, int start, int limit, boolean mayBeNumber) {
    if (start >= limit) {
      return start;
    }
    char first = exact.charAt(start);
    if (first == '>') {
      return start + 1;
    }
    if (first == '-' || first == '*' || first == '+') {
      return followed(exact, start, start + 1, limit);
    }
    if (isBullet(exact, start, limit)) {
      return followed(exact, start, start + 3, limit);
    }
    return mayBeNumber ? endOfNumber(exact, start, limit) : start;
  }

  /** A bullet, a triangular one or a white one, of three bytes each. */
  private static boolean isBullet(String exact, int start, int limit) {
    if (start + 3 > limit || exact.charAt(start) != 0xE2) {
      return false;
    }
    int rest = exact.charAt(start + 1) << 8 | exact.charAt(start + 2);
    return rest == 0x80A2 || rest == 0x80A3 || rest == 0x97A6;
  }

  private static int endOfNumber(String exact, int start, int limit) {
    boolean isBracketed = exact.charAt(start) == '(';
    int at = isBracketed ? start + 1 : start;
    int digits = at;
    while (at < limit && exact.charAt(at) >= '0' && exact.charAt(at) <= '9') {
      at++;
    }
    boolean isNumber = at > digits && at - digits <= MAX_DIGITS && at < limit;
    if (!isNumber) {
      return start;
    }
    char sign = exact.charAt(at);
    return sign == ')' || (sign == '.' && !isBracketed)
        ? followed(exact, start, at + 1, limit)
        : start;
  }

  private static int followed(String exact, int start, int end, int limit) {
    return end < limit
            && Paragraphs.isSpace(exact.charAt(end))
            && exact.charAt(end) != '\n'
            && exact.charAt(end) != '\r'
        ? end
        : start;
  }
}
