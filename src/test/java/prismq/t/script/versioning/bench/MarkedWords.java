package prismq.t.script.versioning.bench;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.Segment;
import prismq.t.script.versioning.core.text.Words;

/**
 * How many words are marked as gone or come from one version to the next.
 *
 * @param version the number of the later one
 * @param ours as shown
 * @param counted as the statistics have it, which should be the same
 * @param moved words that ours shows as moved
 * @param lines number of lines that ours shows as added or removed
 * @param gitLines those of git; 0 where it is not installed
 * @param marks what ours marks, in words as git cuts them
 * @param gitMarks what git marks so; null where it is not installed
 * @param git empty where git is not installed
 * @param javaDiffUtils empty where the texts are too much for it
 */
record MarkedWords(
    int version,
    int ours,
    int counted,
    int moved,
    int lines,
    int gitLines,
    WhiteSpaceMarks marks,
    @Nullable WhiteSpaceMarks gitMarks,
    OptionalInt git,
    OptionalInt javaDiffUtils) {
  static MarkedWords of(
      int version,
      Diff diff,
      int gitLines,
      @Nullable WhiteSpaceMarks gitMarks,
      OptionalInt git,
      OptionalInt javaDiffUtils) {
    int ours = 0;
    for (Block block : diff.blocks()) {
      for (Segment segment : diff.segments(block)) {
        ours += segment.isMarked() ? Words.count(segment.text()) : 0;
      }
    }
    Diff.Statistics statistics = diff.statistics();
    return new MarkedWords(
        version,
        ours,
        statistics.wordsDeleted() + statistics.wordsInserted(),
        statistics.wordsMoved(),
        diff.edits().stream().mapToInt(edit -> edit.deleted() + edit.inserted()).sum(),
        gitLines,
        WhiteSpaceMarks.of(diff),
        gitMarks,
        git,
        javaDiffUtils);
  }
}
