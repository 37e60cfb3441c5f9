package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Diff;

/** The strip at the edge of a comparison that shows where changes lie in the text. */
final class ChangeStrip {
  /** The height of the strip in its own units. */
  static final int HEIGHT = 1_000;

  /** Marks that are nearer than this are one. */
  private static final int LEAST_HEIGHT = 4;

  private ChangeStrip() {}

  /**
   * A change on the strip.
   *
   * @param top distance from the start of the text, of {@link #HEIGHT}
   * @param url what leads to it
   */
  public record Mark(int top, int height, String kind, String url) {}

  static List<Mark> marks(
      Diff diff, ShownChanges shown, BlockPlaces places, ViewOptions options, DiffLinks links) {
    long bytes = Math.max(1, diff.toBytes(0, diff.toLineCount()));
    List<Mark> marks = new ArrayList<>();
    int free = 0;
    for (Change change : shown.changes()) {
      Block block = change.blocks().get(0);
      int top = (int) ((HEIGHT - LEAST_HEIGHT) * (long) diff.toBytes(0, block.toStart()) / bytes);
      if (top < free) {
        continue;
      }
      int height =
          (int)
              Math.max(
                  LEAST_HEIGHT,
                  (long) HEIGHT * diff.toBytes(block.toStart(), block.toEnd()) / bytes);
      @Nullable String url = places.url(block, options, links);
      String anchor = "#change-" + change.number();
      String kind = change.type().name().toLowerCase(Locale.ROOT);
      marks.add(new Mark(top, height, kind, (url == null ? "" : url) + anchor));
      free = top + LEAST_HEIGHT;
    }
    return marks;
  }
}
