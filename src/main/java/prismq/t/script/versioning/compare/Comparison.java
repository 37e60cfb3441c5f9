package prismq.t.script.versioning.compare;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;

/**
 * Two texts and what changed from the one to the other.
 *
 * @param format what the texts are written as; an empty one is what it was before
 */
public record Comparison(ScriptText from, ScriptText to, Diff diff, TextFormat format) {
  /** Of the texts with what a comparison found. */
  public static Comparison of(ScriptText from, ScriptText to, Diff diff) {
    ScriptText looked = to.sizeBytes() == 0 ? from : to;
    return new Comparison(from, to, diff, TextFormat.of(null, looked));
  }

  /**
   * The same in a script.
   *
   * @param chosen what somebody said its texts are written as; null to have the text tell
   */
  Comparison writtenAs(@Nullable TextFormat chosen) {
    return chosen == null ? this : new Comparison(from, to, diff, chosen);
  }

  /** Whether the text is a screenplay. */
  public boolean isFountain() {
    return format == TextFormat.SCREENPLAY;
  }

  /** Number of words of the right text that stayed where they were. */
  int wordsUnchanged() {
    Diff.Statistics statistics = diff.statistics();
    int changed = statistics.wordsInserted() + statistics.wordsMoved();
    return Math.max(0, to.wordCount() - changed);
  }

  /** What changed of the bytes, for programs; as it is read, where not all of them are UTF-8. */
  Diff exactDiff() {
    boolean isUtf8 = from.encoding().isUtf8() && to.encoding().isUtf8();
    return isUtf8 && (from.hasLoneReturns() || to.hasLoneReturns())
        ? new DiffGenerator().diff(from.asBytes(), to.asBytes())
        : diff;
  }

  /** About how much memory it takes, in bytes. */
  long weight() {
    // A text is kept as bytes, and once more as characters where it was decoded.
    return diff.weight() + 3L * from.sizeBytes() + 3L * to.sizeBytes();
  }
}
