package prismq.t.script.versioning.core.text;

/** Characters of a text for display, in {@code char}s of Java. */
public record CharacterRange(int start, int end) implements TextRange {
  /** A range from its first character to the one after it. */
  public CharacterRange {
    TextRange.check(start, end);
  }

  /** This stretch of a text. */
  public String in(String text) {
    return text.substring(start, end);
  }

  /** The range from the first character of either to the last one of either. */
  public CharacterRange span(CharacterRange other) {
    return new CharacterRange(Math.min(start, other.start), Math.max(end, other.end));
  }
}
