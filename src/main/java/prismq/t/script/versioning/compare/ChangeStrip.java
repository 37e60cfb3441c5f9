package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.ByteRange;

/** The strip at the edge of a comparison that shows where changes lie in the text. */
final class ChangeStrip {
  /** The height of the strip in its own units. */
  static final int HEIGHT = 1_000;

  /** Marks that are nearer than this are one. */
  private static final int MIN_HEIGHT = 4;

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
    long bytes = Math.max(1, diff.to().text().length());
    List<Mark> marks = new ArrayList<>();
    int free = 0;
    for (Change change : shown.changes()) {
      Block block = change.blocks().get(0);
      ByteRange own = diff.toBytes(block.toLines());
      int top = (int) ((HEIGHT - MIN_HEIGHT) * (long) own.start() / bytes);
      if (top < free) {
        continue;
      }
      int height = (int) Math.max(MIN_HEIGHT, (long) HEIGHT * own.length() / bytes);
      @Nullable String url = places.url(block, options, links);
      String anchor = "#change-" + change.number();
      String kind = change.type().name().toLowerCase(Locale.ROOT);
      marks.add(new Mark(top, height, kind, (url == null ? "" : url) + anchor));
      free = top + MIN_HEIGHT;
    }
    return marks;
  }
}
