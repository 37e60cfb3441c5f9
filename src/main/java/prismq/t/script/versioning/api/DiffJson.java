package prismq.t.script.versioning.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.Hunk;
import prismq.t.script.versioning.core.diff.Row;
import prismq.t.script.versioning.core.diff.Segment;

/**
 * A diff as JSON.
 *
 * @param coarse whether more may be marked than has changed
 */
record DiffJson(
    String scriptId,
    int from,
    int to,
    boolean coarse,
    Diff.Statistics statistics,
    List<HunkJson> hunks) {

  /** Changed lines with unchanged ones around them. */
  record HunkJson(int fromLine, int fromLines, int toLine, int toLines, List<RowJson> rows) {}

  /** A line; it has no number on a side where it is not. */
  record RowJson(
      String type,
      @Nullable Integer fromLine,
      @Nullable Integer toLine,
      String text,
      boolean endsWithNewline,
      List<SegmentJson> segments) {}

  /** A stretch of a line that changed or did not. */
  record SegmentJson(String type, String text) {}

  static DiffJson of(String scriptId, int from, int to, Diff diff, int context) {
    return new DiffJson(
        scriptId,
        from,
        to,
        diff.coarse(),
        diff.statistics(),
        diff.hunks(context).stream().map(DiffJson::hunk).toList());
  }

  private static HunkJson hunk(Hunk hunk) {
    return new HunkJson(
        hunk.fromStart(),
        hunk.fromLines(),
        hunk.toStart(),
        hunk.toLines(),
        hunk.rows().stream().map(DiffJson::row).toList());
  }

  private static RowJson row(Row row) {
    return new RowJson(
        type(row.kind()),
        row.fromLine() == 0 ? null : row.fromLine(),
        row.toLine() == 0 ? null : row.toLine(),
        row.text(),
        row.endsWithNewline(),
        row.segments().stream().map(DiffJson::segment).toList());
  }

  private static SegmentJson segment(Segment segment) {
    return new SegmentJson(type(segment.kind()), segment.text());
  }

  private static String type(Segment.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
