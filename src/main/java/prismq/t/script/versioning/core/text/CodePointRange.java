package prismq.t.script.versioning.core.text;

/** Characters of a text as Unicode counts them: a surrogate pair is one. */
public record CodePointRange(int start, int end) implements TextRange {
  /** A range from its first code point to the one after it. */
  public CodePointRange {
    TextRange.check(start, end);
  }
}
