package prismq.t.script.versioning.conflict;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.diff.Segment;
import prismq.t.script.versioning.core.text.ScriptText;

/** A stretch of a passage for display, marked where it differs from another text. */
record Stretch(String text, boolean marked) {
  private static final DiffGenerator GENERATOR = new DiffGenerator();

  /** The stretches of a text, of which those are marked that the other one does not have. */
  static List<Stretch> of(ScriptText other, ScriptText text) {
    Diff diff = GENERATOR.diff(other, text);
    List<Stretch> stretches = new ArrayList<>();
    for (Block block : diff.blocks()) {
      if (block.kind() != Block.Kind.MOVED_AWAY) {
        for (Segment segment : diff.segments(block)) {
          if (segment.kind() != Segment.Kind.DELETED) {
            stretches.add(new Stretch(segment.text(), segment.kind() == Segment.Kind.INSERTED));
          }
        }
      }
    }
    boolean allMarked =
        stretches.stream().allMatch(stretch -> stretch.marked || stretch.text.isBlank());
    return allMarked
        ? stretches.stream().map(stretch -> new Stretch(stretch.text, false)).toList()
        : stretches;
  }
}
