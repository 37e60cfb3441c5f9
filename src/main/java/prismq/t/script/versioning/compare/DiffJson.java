package prismq.t.script.versioning.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.Hunk;
import prismq.t.script.versioning.core.diff.Row;
import prismq.t.script.versioning.core.diff.Segment;

/**
 * A diff as JSON.
 *
 * @param coarse whether more may be marked than has changed
 * @param truncated whether rows are left out after the first {@value #MAX_ROWS} of all hunks; the
 *     last hunk is cut there
 */
public record DiffJson(
    String scriptId,
    int from,
    int to,
    boolean coarse,
    StatisticsJson statistics,
    boolean truncated,
    List<DiffChangeJson> changes,
    List<HunkJson> hunks) {
  private static final int MAX_ROWS = 100_000;

  /** Numbers of lines and words. */
  public record StatisticsJson(
      int linesDeleted,
      int linesInserted,
      int wordsDeleted,
      int wordsInserted,
      int wordsMoved,
      int wordsUnchanged) {
    static StatisticsJson of(Comparison comparison) {
      Diff.Statistics statistics = comparison.diff().statistics();
      return new StatisticsJson(
          statistics.linesDeleted(),
          statistics.linesInserted(),
          statistics.wordsDeleted(),
          statistics.wordsInserted(),
          statistics.wordsMoved(),
          comparison.wordsUnchanged());
    }
  }

  /** Something that changed, as a reader counts it; a side where it is not has no lines. */
  public record DiffChangeJson(
      int number,
      String id,
      String type,
      String nature,
      int fromLine,
      int fromLines,
      int toLine,
      int toLines) {}

  /** Changed lines with unchanged ones around them. */
  public record HunkJson(
      int fromLine, int fromLines, int toLine, int toLines, List<RowJson> rows) {}

  /** A line; it has no number on a side where it is not. */
  public record RowJson(
      String type,
      @Nullable Integer fromLine,
      @Nullable Integer toLine,
      String text,
      boolean endsWithNewline,
      @Nullable Integer change,
      boolean moved,
      List<SegmentJson> segments) {}

  /**
   * A stretch of a line that changed or did not.
   *
   * @param move the number of the move that it is one end of; null where it did not move
   * @param replacement equal for neighbours that read better as one replacement, else null
   */
  public record SegmentJson(
      String type,
      String nature,
      String text,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer move,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer replacement) {}

  /**
   * The diff of two versions.
   *
   * @param ignored categories whose rows are left out; the changes are always all of them
   */
  public static DiffJson of(
      String scriptId,
      int from,
      int to,
      Comparison comparison,
      int context,
      Set<ChangeCategory> ignored) {
    Diff diff = comparison.diff();
    List<HunkJson> hunks = new ArrayList<>();
    int room = MAX_ROWS;
    boolean truncated = false;
    for (Hunk hunk : diff.hunks(context, ignored)) {
      int rows = Math.min(room, hunk.rows().size());
      if (rows > 0) {
        hunks.add(rows == hunk.rows().size() ? hunk(hunk) : cut(hunk, rows));
      }
      truncated |= rows < hunk.rows().size();
      room -= rows;
    }
    return new DiffJson(
        scriptId,
        from,
        to,
        diff.coarse(),
        StatisticsJson.of(comparison),
        truncated,
        diff.changes().stream().map(DiffJson::change).toList(),
        hunks);
  }

  private static DiffChangeJson change(Change change) {
    return new DiffChangeJson(
        change.number(),
        change.id(),
        name(change.type()),
        name(change.category()),
        change.fromLines().firstNumber(),
        change.fromLines().length(),
        change.toLines().firstNumber(),
        change.toLines().length());
  }

  private static HunkJson hunk(Hunk hunk) {
    return new HunkJson(
        hunk.fromStart(),
        hunk.fromLines(),
        hunk.toStart(),
        hunk.toLines(),
        hunk.rows().stream().map(DiffJson::row).toList());
  }

  /** The first rows of a hunk, which says of itself only the lines that it has. */
  private static HunkJson cut(Hunk hunk, int most) {
    List<RowJson> rows = hunk.rows().subList(0, most).stream().map(DiffJson::row).toList();
    int fromLines = (int) rows.stream().filter(row -> row.fromLine != null).count();
    int toLines = (int) rows.stream().filter(row -> row.toLine != null).count();
    return new HunkJson(
        start(hunk.fromStart(), hunk.fromLines(), fromLines),
        fromLines,
        start(hunk.toStart(), hunk.toLines(), toLines),
        toLines,
        rows);
  }

  /** Where a side has no lines, a hunk starts at the line before. */
  private static int start(int start, int lines, int linesLeft) {
    return lines > 0 && linesLeft == 0 ? start - 1 : start;
  }

  private static RowJson row(Row row) {
    return new RowJson(
        name(row.kind()),
        row.fromLine() == 0 ? null : row.fromLine(),
        row.toLine() == 0 ? null : row.toLine(),
        row.text(),
        row.endsWithNewline(),
        row.change() == 0 ? null : row.change(),
        row.moved(),
        row.segments().stream().map(DiffJson::segment).toList());
  }

  private static SegmentJson segment(Segment segment) {
    return new SegmentJson(
        segment.move() > 0 ? "moved" : name(segment.kind()),
        name(segment.category()),
        segment.text(),
        segment.move() == 0 ? null : segment.move(),
        segment.replacement() == 0 ? null : segment.replacement());
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
