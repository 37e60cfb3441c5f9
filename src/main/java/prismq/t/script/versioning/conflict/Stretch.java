package prismq.t.script.versioning.conflict;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.diff.Segment;
import prismq.t.script.versioning.core.text.ScriptText;

/** A stretch of a passage for display, with how it differs from another text. */
public record Stretch(String text, Difference kind) {
  private static final DiffGenerator GENERATOR = new DiffGenerator();

  /** How a stretch differs. */
  public enum Difference {
    /** It does not. */
    SAME,
    /** The other text does not have it. */
    OTHER,
    /** It was added. */
    INSERTED,
    /** It was removed. */
    DELETED,
    /** A note of how much is not shown. */
    LEFT_OUT;

    private static Difference of(Segment.SegmentKind kind) {
      return switch (kind) {
        case UNCHANGED -> SAME;
        case INSERTED -> INSERTED;
        case DELETED -> DELETED;
      };
    }
  }

  /** A stretch of a comparison. */
  public static Stretch of(Segment segment) {
    return new Stretch(segment.text(), Difference.of(segment.kind()));
  }

  /** A text without marks, shortened where it is long. */
  static List<Stretch> of(ScriptText text) {
    return text.sizeBytes() == 0
        ? List.of()
        : ComparedWindow.whole(text).shown(List.of(new Stretch(text.display(), Difference.SAME)));
  }

  /**
   * The stretches of a text, of which those are marked that the other one does not have; none if
   * that is all of it, which reads better. Shortened where it is long.
   */
  static List<Stretch> of(ScriptText other, ScriptText text) {
    ComparedWindow window = ComparedWindow.of(other, text);
    List<Stretch> own =
        compared(window.before(), window.after()).stream()
            .filter(stretch -> stretch.kind != Difference.DELETED)
            .toList();
    Difference mark = hasStayed(own) ? Difference.OTHER : Difference.SAME;
    return window.shown(
        own.stream()
            .map(
                stretch ->
                    stretch.kind == Difference.INSERTED ? new Stretch(stretch.text, mark) : stretch)
            .toList());
  }

  /**
   * What a text became, with additions, and with removals where some of it was kept. Shortened
   * where it is long.
   */
  static List<Stretch> changes(ScriptText before, ScriptText after) {
    ComparedWindow window = ComparedWindow.of(before, after);
    return window.shown(compared(window.before(), window.after()));
  }

  private static List<Stretch> compared(ScriptText before, ScriptText after) {
    Diff diff = GENERATOR.diff(before, after);
    List<Stretch> stretches = new ArrayList<>();
    for (Block block : diff.blocks()) {
      if (block.kind() != Block.Kind.MOVED_AWAY) {
        for (Segment segment : diff.segments(block)) {
          stretches.add(of(segment));
        }
      }
    }
    return hasStayed(stretches)
        ? stretches
        : stretches.stream().filter(stretch -> stretch.kind != Difference.DELETED).toList();
  }

  private static boolean hasStayed(List<Stretch> stretches) {
    return stretches.stream()
        .anyMatch(stretch -> stretch.kind == Difference.SAME && !stretch.text.isBlank());
  }
}
