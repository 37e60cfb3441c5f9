package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.web.Html;

/** Parts of a comparison as HTML, with removals, additions and some places marked. */
final class ExcerptHtml {
  private final Comparison comparison;
  private final List<DiffRun> runs;
  private final int[] starts;
  private final List<ByteRange> left;
  private final List<ByteRange> right;
  private final Html html = new Html();
  private final ProseText prose = new ProseText(html);

  /**
   * Writes parts of this comparison.
   *
   * @param left the places to mark in what was removed, and in what was kept around it
   * @param right the places to mark in what was added and in what was kept
   */
  ExcerptHtml(
      Comparison comparison, List<DiffRun> runs, List<ByteRange> left, List<ByteRange> right) {
    this.comparison = comparison;
    this.runs = runs;
    this.starts = ExcerptWindows.starts(runs);
    this.left = left;
    this.right = right;
  }

  /** The parts, each in an element of its own. */
  String of(List<ExcerptWindows.ExcerptWindow> windows) {
    for (ExcerptWindows.ExcerptWindow window : windows) {
      html.raw("<div class=\"passage\" dir=\"auto\">");
      if (window.cutBefore()) {
        html.raw("<span class=\"left-out\">… </span>");
      }
      for (int i = 0; i < runs.size(); i++) {
        ByteRange part = new ByteRange(starts[i], starts[i + 1]).within(window.bytes());
        if (!part.isEmpty()) {
          write(runs.get(i), part.shifted(-starts[i]));
        }
      }
      if (window.cutAfter()) {
        html.raw("<span class=\"left-out\"> …</span>");
      }
      html.raw("</div>\n");
    }
    return html.toString();
  }

  /**
   * @param part of the run, counted from its start
   */
  private void write(DiffRun run, ByteRange part) {
    String text = run.text(comparison.diff(), part);
    boolean marked = run.kind() != SegmentKind.UNCHANGED;
    boolean blank = marked && text.isBlank();
    if (marked) {
      prose.startMark(run.kind() == SegmentKind.DELETED, text);
    }
    if (blank) {
      prose.blanks(text, run.kind() == SegmentKind.DELETED);
    } else {
      int at = part.start();
      for (ByteRange place : placesIn(run, part)) {
        prose.plain(run.text(comparison.diff(), new ByteRange(at, place.start())));
        html.raw("<mark>");
        prose.plain(run.text(comparison.diff(), place));
        html.raw("</mark>");
        at = place.end();
      }
      prose.plain(run.text(comparison.diff(), new ByteRange(at, part.end())));
    }
    if (marked) {
      prose.endMark(run.kind() == SegmentKind.DELETED);
    }
  }

  /** What of the places is in a part of a run, from the run's start on, in order and apart. */
  private List<ByteRange> placesIn(DiffRun run, ByteRange part) {
    List<ByteRange> places = new ArrayList<>();
    for (TextSide side : TextSide.values()) {
      if (run.isOn(side)) {
        int offset = run.bytes(side).start();
        ByteRange shown = part.shifted(offset);
        for (ByteRange place : side == TextSide.LEFT ? left : right) {
          if (place.overlaps(shown)) {
            places.add(place.within(shown).shifted(-offset));
          }
        }
      }
    }
    places.sort(Comparator.comparingInt(ByteRange::start));
    return joined(places);
  }

  private static List<ByteRange> joined(List<ByteRange> places) {
    List<ByteRange> joined = new ArrayList<>();
    for (ByteRange place : places) {
      ByteRange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && place.start() < last.end()) {
        joined.set(joined.size() - 1, last.span(place));
      } else {
        joined.add(place);
      }
    }
    return joined;
  }
}
