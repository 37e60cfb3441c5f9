package prismq.t.script.versioning.statistics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.statistics.FigurePlot.PlotContent;
import prismq.t.script.versioning.statistics.FigurePlot.PlotPoint;
import prismq.t.script.versioning.statistics.FigurePlot.PlotTarget;

/**
 * The course of a score.
 *
 * @param current its value in the version that is shown; null where it has none
 * @param svg empty where fewer than two versions have it
 * @param count how many versions have it
 */
record ScorePlot(NamedScore score, @Nullable Double current, String svg, int count) {
  /** Scores that are not greater are drawn on a scale up to this. */
  private static final double USUAL = 100;

  /** Up to this they are drawn up to ten. */
  private static final double SMALL = 10;

  static ScorePlot of(String scriptId, NamedScore score, List<VersionFigure> all, int selected) {
    List<PlotPoint> points = new ArrayList<>();
    @Nullable Double current = null;
    double most = 0;
    for (VersionFigure figure : all) {
      @Nullable Double value = figure.score(score);
      if (value != null) {
        String told =
            "v" + figure.versionNumber() + ": " + score.title() + " " + LengthWording.score(value);
        points.add(PlotPoint.of(figure.versionNumber(), value, told));
        most = Math.max(most, value);
        current = figure.versionNumber() == selected ? value : current;
      }
    }
    @Nullable String told = LengthWording.target(score);
    @Nullable PlotTarget target =
        score.target() == null || told == null ? null : new PlotTarget(score.target(), 0, told);
    double ceiling = most <= SMALL ? SMALL : most <= USUAL ? USUAL : most;
    String svg = FigurePlot.svg(scriptId, new PlotContent(points, target, 0, ceiling, selected));
    return new ScorePlot(score, current, svg, points.size());
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Its name, for the template. */
  public String name() {
    return score.title();
  }

  /** Its value in the version that is shown; null where it has none. */
  public @Nullable String shown() {
    return current == null ? null : LengthWording.score(current);
  }

  /** What is aimed at; null for nothing. */
  public @Nullable String target() {
    return LengthWording.target(score);
  }

  /** Whether the version that is shown is as good as it is to become. */
  public boolean isReached() {
    return current != null && score.isReached(current);
  }
}
