package prismq.t.script.versioning.statistics;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.scene.SceneChange;
import prismq.t.script.versioning.core.scene.SceneMinutes;
import prismq.t.script.versioning.core.scene.SceneOutcome;
import prismq.t.script.versioning.core.statistics.CharacterLength;
import prismq.t.script.versioning.core.statistics.DayTime;
import prismq.t.script.versioning.core.statistics.PlaceLength;
import prismq.t.script.versioning.core.statistics.TextMeasure;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.reading.SceneRow;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Numbers;
import prismq.t.script.versioning.web.Urls;

/** The rows of the tables; made here because templates take far longer for many. */
final class StatisticsRows {
  private static final Numbers NUMBERS = new Numbers();
  private static final int SECONDS = 60;

  private StatisticsRows() {}

  /**
   * The scenes of a text.
   *
   * @param hasPages whether they have eighths
   * @param changes what became of each since another version; null where there is none
   * @param address the page, to which the number of a scene is added
   */
  static String scenes(
      List<Scene> scenes, boolean hasPages, @Nullable List<SceneChange> changes, String address) {
    IdentityHashMap<Scene, SceneChange> changeOf = new IdentityHashMap<>();
    if (changes != null) {
      for (SceneChange change : changes) {
        if (change.to() != null) {
          changeOf.putIfAbsent(change.to(), change);
        }
      }
    }
    Html html = new Html();
    for (int i = 0; i < scenes.size(); i++) {
      SceneRow row = new SceneRow(i + 1, 0, scenes.get(i), null, List.of(), "");
      html.raw("<tr><td class=\"number\">")
          .text(row.number())
          .raw("</td><th scope=\"row\"><a href=\"");
      html.text(address).raw(i + 1L).raw("#course\"><bdi>").text(heading(scenes.get(i)));
      html.raw("</bdi></a>");
      @Nullable SceneChange change = changeOf.get(scenes.get(i));
      if (change != null && change.outcome() != SceneOutcome.SAME) {
        outcome(html, change);
      }
      html.raw("</th>");
      if (hasPages) {
        cell(html, row.pages());
      }
      cell(html, NUMBERS.whole(scenes.get(i).words()));
      cell(html, row.minutes());
      if (changes != null) {
        cell(html, change == null ? "" : difference(change.minutes() * SECONDS));
      }
      html.raw("</tr>");
    }
    if (changes != null) {
      changes.stream()
          .filter(change -> change.to() == null)
          .forEach(gone -> omitted(html, gone, hasPages));
    }
    return html.toString();
  }

  private static void outcome(Html html, SceneChange change) {
    if (change.outcome() != SceneOutcome.EDITED) {
      html.raw(" <span class=\"outcome\">");
      html.text(Messages.text("reading.outcome." + change.outcome().word())).raw("</span>");
    }
  }

  private static void omitted(Html html, SceneChange change, boolean hasPages) {
    html.raw("<tr class=\"omitted\"><td class=\"number\">").text(change.scene().number());
    html.raw("</td><th scope=\"row\"><del><bdi>").text(heading(change.scene()));
    html.raw("</bdi></del> <span class=\"outcome\">").text(Messages.text("statistics.omitted"));
    html.raw("</span></th>").raw(hasPages ? "<td></td>" : "").raw("<td></td><td></td>");
    cell(html, difference(change.minutes() * SECONDS));
    html.raw("</tr>");
  }

  static String heading(Scene scene) {
    return scene.heading().isEmpty() ? Messages.text("reading.opening") : scene.heading();
  }

  /**
   * The characters of a text.
   *
   * @param since the measure of another version; null where there is none
   * @param address the page, which a name is added to
   */
  static String characters(
      TextMeasure measure, @Nullable TextMeasure since, int wordsPerMinute, String address) {
    Html html = new Html();
    for (CharacterLength character : measure.characters()) {
      html.raw("<tr><th scope=\"row\"><a href=\"");
      html.text(Urls.with(address, Map.of("character", character.name())));
      html.raw("#course\"><bdi>").text(character.name()).raw("</bdi></a></th>");
      cell(html, NUMBERS.whole(character.words()));
      cell(html, NUMBERS.whole(character.lines()));
      cell(html, NUMBERS.whole(character.speeches()));
      cell(html, NUMBERS.whole(character.scenes()));
      SceneMinutes minutes = character.minutes(wordsPerMinute);
      cell(html, SceneRow.range(minutes));
      if (since != null) {
        double before =
            since
                .character(character.name())
                .map(one -> one.minutes(wordsPerMinute).middle())
                .orElse(0.0);
        cell(html, difference((minutes.middle() - before) * SECONDS));
      }
      html.raw("</tr>");
    }
    if (since != null) {
      since.characters().stream()
          .filter(one -> measure.character(one.name()).isEmpty())
          .forEach(gone -> gone(html, gone, wordsPerMinute));
    }
    return html.toString();
  }

  private static void gone(Html html, CharacterLength gone, int wordsPerMinute) {
    html.raw("<tr class=\"omitted\"><th scope=\"row\"><del><bdi>").text(gone.name());
    html.raw("</bdi></del></th><td></td><td></td><td></td><td></td><td></td>");
    cell(html, difference(-gone.minutes(wordsPerMinute).middle() * SECONDS));
    html.raw("</tr>");
  }

  /** The places at which scenes play. */
  static String places(List<PlaceLength> places) {
    Html html = new Html();
    for (PlaceLength place : places) {
      String name = place.place().isEmpty() ? Messages.text("statistics.no_place") : place.place();
      html.raw("<tr><th scope=\"row\"><bdi>").text(name).raw("</bdi></th><td>");
      html.text(place.settings()).raw("</td>");
      for (DayTime time : DayTime.values()) {
        int scenes = place.scenes(time);
        cell(html, scenes == 0 ? "" : NUMBERS.whole(scenes));
      }
      cell(html, SceneRow.pages(place.eighths()));
      cell(html, SceneRow.range(place.minutes()));
      html.raw("</tr>");
    }
    return html.toString();
  }

  /** Versions with their figures, newest first; each row leads to its own page. */
  static String versions(String scriptId, LengthSettings settings, List<VersionFigure> figures) {
    Html html = new Html();
    for (int i = figures.size() - 1; i >= 0; i--) {
      VersionFigure figure = figures.get(i);
      html.raw("<tr><th scope=\"row\"><a href=\"");
      html.text(Urls.version(scriptId, figure.versionNumber())).raw("\">v");
      html.raw(figure.versionNumber()).raw("</a></th>");
      cell(html, figure.minutes() == null ? "" : SceneRow.range(figure.minutes()));
      cell(html, figure.stated() == null ? "" : LengthWording.clock(figure.stated()));
      if (settings.target() != null) {
        @Nullable Double seconds = figure.seconds();
        cell(html, seconds == null ? "" : LengthWording.stand(settings.target(), seconds));
      }
      for (NamedScore score : settings.shownScores()) {
        @Nullable Double value = figure.score(score);
        cell(html, value == null ? "" : LengthWording.score(value));
      }
      html.raw("</tr>");
    }
    return html.toString();
  }

  private static void cell(Html html, String text) {
    html.raw("<td class=\"number\">").text(text).raw("</td>");
  }

  private static String difference(double seconds) {
    long whole = Math.round(seconds);
    return whole == 0 ? "" : ComparedFigures.signed(whole);
  }
}
