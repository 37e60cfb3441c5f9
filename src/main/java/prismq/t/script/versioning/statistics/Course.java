package prismq.t.script.versioning.statistics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.scene.SceneMinutes;
import prismq.t.script.versioning.core.statistics.LengthTarget;
import prismq.t.script.versioning.core.statistics.SceneLength;
import prismq.t.script.versioning.core.statistics.TextMeasure;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.reading.SceneRow;
import prismq.t.script.versioning.statistics.FigurePlot.PlotContent;
import prismq.t.script.versioning.statistics.FigurePlot.PlotPoint;
import prismq.t.script.versioning.statistics.FigurePlot.PlotTarget;

/**
 * Whose length is drawn over the versions: that of all, of a character or of a scene.
 *
 * @param character empty for none
 * @param scene null for none
 */
record Course(String character, @Nullable SceneLength scene) {
  private static final int SECONDS = 60;

  /**
   * What is asked for.
   *
   * @param measure of the version that is shown
   * @param place the place of a scene in it, from 1; another number for none
   */
  static Course of(TextMeasure measure, String character, int place) {
    boolean isScene = character.isEmpty() && place >= 1 && place <= measure.scenes().size();
    return new Course(character, isScene ? measure.scenes().get(place - 1) : null);
  }

  /** Whether it is that of all. */
  boolean isWhole() {
    return character.isEmpty() && scene == null;
  }

  /** Whose it is. */
  String title() {
    if (!character.isEmpty()) {
      return Messages.text("statistics.course_of", character);
    }
    if (scene == null) {
      return Messages.text("statistics.course");
    }
    String heading = scene.heading().isEmpty() ? Messages.text("reading.opening") : scene.heading();
    return Messages.text(
        "statistics.course_of",
        scene.number().isEmpty() ? heading : scene.number() + " " + heading);
  }

  /** The drawing; empty where there is none. */
  String plot(String scriptId, LengthSettings settings, List<VersionFigure> all, int selected) {
    List<PlotPoint> points = new ArrayList<>();
    for (VersionFigure figure : all) {
      @Nullable PlotPoint point = point(figure, settings.wordsPerMinute());
      if (point != null) {
        points.add(point);
      }
    }
    @Nullable LengthTarget target = isWhole() ? settings.target() : null;
    return FigurePlot.svg(
        scriptId,
        new PlotContent(
            points,
            target == null
                ? null
                : new PlotTarget(
                    target.seconds(),
                    target.tolerance(),
                    Messages.text("statistics.target_of", LengthWording.target(target))),
            0,
            0,
            selected));
  }

  private @Nullable PlotPoint point(VersionFigure figure, int wordsPerMinute) {
    int number = figure.versionNumber();
    String version = "v" + number + ": ";
    Double stated = figure.stated();
    if (isWhole() && stated != null) {
      String told = version + Messages.text("statistics.stated_as", LengthWording.clock(stated));
      return PlotPoint.of(number, stated, told);
    }
    SceneMinutes minutes = minutes(figure, wordsPerMinute);
    if (minutes == null) {
      return null;
    }
    return new PlotPoint(
        number,
        minutes.middle() * SECONDS,
        minutes.least() * SECONDS,
        minutes.most() * SECONDS,
        version + SceneRow.range(minutes));
  }

  private @Nullable SceneMinutes minutes(VersionFigure figure, int wordsPerMinute) {
    @Nullable TextMeasure measure = figure.measure();
    if (isWhole() || measure == null) {
      return figure.minutes();
    }
    return scene == null
        ? measure.character(character).map(one -> one.minutes(wordsPerMinute)).orElse(null)
        : measure.minutes(scene, wordsPerMinute);
  }
}
