package prismq.t.script.versioning.core.diff;

/** What a change is about, the weakest first. */
public enum ChangeCategory {
  /** Nothing changed. */
  NONE,
  /** Lines end with CRLF instead of LF, or the other way round. */
  LINE_ENDINGS,
  /** Spaces, line breaks, blank lines. */
  WHITESPACE,
  /** Small letters became capital ones, or the other way round. */
  CASE,
  /** Words or signs. */
  WORDS;

  /** What the replacement of one decoded text by another is about. */
  static ChangeCategory of(String from, String to) {
    if (from.equals(to)) {
      return NONE;
    }
    if (from.replace("\r\n", "\n").equals(to.replace("\r\n", "\n"))) {
      return LINE_ENDINGS;
    }
    if (from.isBlank() && to.isBlank()) {
      return WHITESPACE;
    }
    return from.equalsIgnoreCase(to) ? CASE : WORDS;
  }

  /** The stronger of two. */
  ChangeCategory or(ChangeCategory other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
