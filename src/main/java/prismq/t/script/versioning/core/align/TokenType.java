package prismq.t.script.versioning.core.align;

/** What a token is. */
enum TokenType {
  WORD,
  SIGN,
  /** A sign that may end a sentence. */
  SENTENCE_END,
  /** Where a paragraph starts on the line after another one. */
  LINE_BREAK,
  /** Where a paragraph starts after a blank line. */
  PARAGRAPH_BREAK,
  /** A bullet, a number or a sign of quotation before a paragraph. */
  LIST_MARK;

  boolean isBreak() {
    return this == LINE_BREAK || this == PARAGRAPH_BREAK;
  }

  /** Whether it neither is counted as marked nor divides what is. */
  boolean isNeutral() {
    return isBreak() || this == LIST_MARK;
  }
}
