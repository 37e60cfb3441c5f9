package prismq.t.script.versioning.core.diff;

import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * Makes diffs of texts. The same pair always gives the same diff, and every diff turns its left
 * text into exactly its right one. Stateless, so safe for use by several threads.
 */
public final class DiffGenerator {
  /** Enough for two texts of 100,000 lines; about a third of a second. */
  private static final long STEPS = 30_000_000;

  /**
   * What changed from one text to the other.
   *
   * @return an empty diff where the bytes are equal; a coarse one where the texts are so tangled
   *     that a finer one would take too long
   */
  public Diff diff(ScriptText from, ScriptText to) {
    Pieces fromLines = from.exactLines();
    Pieces toLines = to.exactLines();
    Alignment alignment = Alignment.of(fromLines, toLines, STEPS);
    return new Diff(
        fromLines,
        toLines,
        Slider.slide(alignment.edits(), fromLines, toLines),
        alignment.coarse());
  }
}
