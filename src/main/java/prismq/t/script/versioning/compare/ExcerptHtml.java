package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Segment.Kind;
import prismq.t.script.versioning.web.Html;

/** Parts of a comparison as HTML, with what went, what came, and some places marked. */
final class ExcerptHtml {
  private final Comparison comparison;
  private final List<DiffRun> runs;
  private final int[] starts;
  private final List<Place> left;
  private final List<Place> right;
  private final Html html = new Html();
  private final ProseText prose = new ProseText(html);

  /**
   * Writes parts of this comparison.
   *
   * @param left the places that are marked in what went, and in what stayed around it
   * @param right the places that are marked in what came and in what stayed
   */
  ExcerptHtml(Comparison comparison, List<DiffRun> runs, List<Place> left, List<Place> right) {
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
        int start = Math.max(starts[i], window.start());
        int end = Math.min(starts[i + 1], window.end());
        if (start < end) {
          write(runs.get(i), start - starts[i], end - starts[i]);
        }
      }
      if (window.cutAfter()) {
        html.raw("<span class=\"left-out\"> …</span>");
      }
      html.raw("</div>\n");
    }
    return html.toString();
  }

  private void write(DiffRun run, int start, int end) {
    String text = run.text(comparison.diff(), start, end);
    boolean marked = run.kind() != Kind.UNCHANGED;
    boolean blank = marked && text.isBlank();
    if (marked) {
      prose.startMark(run.kind() == Kind.DELETED, blank);
    }
    if (blank) {
      prose.blanks(text);
    } else {
      int at = start;
      for (Place place : placesIn(run, start, end)) {
        prose.plain(run.text(comparison.diff(), at, place.start()));
        html.raw("<mark>");
        prose.plain(run.text(comparison.diff(), place.start(), place.end()));
        html.raw("</mark>");
        at = place.end();
      }
      prose.plain(run.text(comparison.diff(), at, end));
    }
    if (marked) {
      prose.endMark(run.kind() == Kind.DELETED);
    }
  }

  /** What of the places is in a part of a run, from the run's start on, in order and apart. */
  private List<Place> placesIn(DiffRun run, int start, int end) {
    List<Place> places = new ArrayList<>();
    for (boolean isLeft : new boolean[] {true, false}) {
      if (run.isOn(isLeft)) {
        int offset = run.start(isLeft);
        for (Place place : isLeft ? left : right) {
          if (place.overlaps(offset + start, offset + end)) {
            places.add(
                new Place(
                    Math.max(start, place.start() - offset), Math.min(end, place.end() - offset)));
          }
        }
      }
    }
    places.sort((one, other) -> Integer.compare(one.start(), other.start()));
    return joined(places);
  }

  private static List<Place> joined(List<Place> places) {
    List<Place> joined = new ArrayList<>();
    for (Place place : places) {
      Place last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && place.start() < last.end()) {
        int end = Math.max(last.end(), place.end());
        joined.set(joined.size() - 1, new Place(last.start(), end));
      } else {
        joined.add(place);
      }
    }
    return joined;
  }
}
