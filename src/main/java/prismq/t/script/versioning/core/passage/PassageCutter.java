package prismq.t.script.versioning.core.passage;

import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/** Cuts texts into passages: paragraphs with the blank lines that follow them. */
public final class PassageCutter {
  /**
   * Beyond this many paragraphs, more than any prose has, several are one passage, so that memory
   * is bounded.
   */
  private static final int MAX_PASSAGES = 100_000;

  private PassageCutter() {}

  /** The passages of a text as pieces of its exact text. */
  public static Pieces cut(ScriptText text) {
    return cut(text.exactLines());
  }

  /** The same of a text whose exact lines are known. */
  static Pieces cut(Pieces lines) {
    int[] ends = Paragraphs.ends(lines, LineRange.all(lines));
    int together = 1 + (ends.length - 1) / MAX_PASSAGES;
    Pieces.Builder passages = new Pieces.Builder();
    for (int i = together - 1; i < ends.length; i += together) {
      passages.endAt(lines.end(ends[i] - 1));
    }
    if (ends.length % together != 0) {
      passages.endAt(lines.text().length());
    }
    return passages.of(lines.text());
  }
}
