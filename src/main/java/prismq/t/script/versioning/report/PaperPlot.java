package prismq.t.script.versioning.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;

/**
 * The plot of a report as its template draws it.
 *
 * @param told a description for screen readers
 * @param words points of an SVG polyline
 * @param scores the same; null if there are none
 * @param lengths the same; null if there are none
 */
record PaperPlot(
    String told,
    String mostWords,
    String mostSeconds,
    int first,
    int last,
    String words,
    @Nullable String scores,
    @Nullable String lengths) {
  static @Nullable PaperPlot of(Report report) {
    VersionPlot plot = report.plot();
    Version first = report.first();
    Version last = report.last();
    if (plot == null || first == null || last == null) {
      return null;
    }
    return new PaperPlot(
        told(plot, first, last),
        Wording.NUMBERS.count(plot.mostWords(), "word"),
        Wording.seconds(plot.mostSeconds()),
        first.versionNumber(),
        last.versionNumber(),
        VersionPlot.svg(plot.words()),
        line(plot.scores()),
        line(plot.lengths()));
  }

  private static String told(VersionPlot plot, Version first, Version last) {
    return Messages.text(
        "report.plot_told",
        Wording.NUMBERS.whole(first.words()),
        first.versionNumber(),
        Wording.NUMBERS.whole(last.words()),
        last.versionNumber(),
        Wording.NUMBERS.whole(plot.mostWords()));
  }

  private static @Nullable String line(@Nullable List<VersionPlot.Point> points) {
    return points == null ? null : VersionPlot.svg(points);
  }

  /** The heights of the lines at each quarter. */
  public List<Integer> grid() {
    int quarter = VersionPlot.HEIGHT / 4;
    return List.of(0, quarter, 2 * quarter, 3 * quarter, 4 * quarter);
  }
}
