package prismq.t.script.versioning.core.diff;

import java.util.List;

/** The lines on one side of an edit, and what in them changed. */
sealed interface ChangedLines permits WholeLines, LinesByWord {
  /** One line for display, in stretches that changed or did not; none where it is blank. */
  List<Segment> line(int line);

  /** Number of words that changed. */
  int changedWords();
}
