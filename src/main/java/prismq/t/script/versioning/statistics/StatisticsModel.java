package prismq.t.script.versioning.statistics;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.annotate.SharePlot;
import prismq.t.script.versioning.core.scene.SceneMinutes;
import prismq.t.script.versioning.core.statistics.LengthTarget;
import prismq.t.script.versioning.core.statistics.TextMeasure;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.reading.SceneRow;
import prismq.t.script.versioning.web.Urls;

/**
 * What the template of the statistics shows.
 *
 * @param version null where the script has none
 * @param since the version that it is compared with; null for none
 * @param figure its length and scores; null where it cannot be measured
 * @param compared by how much it differs from that version; null for nothing
 * @param plot the course of the length; empty where there is none
 * @param waiting how many versions are still to be measured
 * @param versionRows the rows of all versions; likewise of scenes, characters and places
 * @param shares what of the words is from people and from models; null where there are no words
 * @param branches to choose from
 */
record StatisticsModel(
    Script script,
    @Nullable Version version,
    @Nullable Version since,
    LengthSettings settings,
    TextFormat format,
    TextMeasure measure,
    @Nullable VersionFigure figure,
    @Nullable String compared,
    Course course,
    String plot,
    List<ScorePlot> scorePlots,
    int waiting,
    String versionRows,
    String sceneRows,
    String characterRows,
    String placeRows,
    int scenes,
    @Nullable SharePlot shares,
    List<String> branches,
    StatisticsPage.StatisticsUrls urls) {
  /** That of a script without versions. */
  static StatisticsModel empty(Script script, LengthSettings settings) {
    TextMeasure nothing = new TextMeasure(List.of(), List.of());
    return new StatisticsModel(
        script,
        null,
        null,
        settings,
        TextFormat.PLAIN,
        nothing,
        null,
        null,
        Course.of(nothing, "", 0),
        "",
        List.of(),
        0,
        "",
        "",
        "",
        "",
        0,
        null,
        List.of(),
        new StatisticsPage.StatisticsUrls(script.scriptId(), 0, 0));
  }

  private Version shown() {
    return Objects.requireNonNull(version);
  }

  public boolean isScreenplay() {
    return format == TextFormat.SCREENPLAY;
  }

  /** The range of the length in minutes and seconds. */
  public String minutes() {
    SceneMinutes minutes = measure.minutes(settings.wordsPerMinute());
    return SceneRow.range(minutes);
  }

  /** How the range comes about. */
  public String rule() {
    return isScreenplay()
        ? Messages.text("statistics.rule", settings.wordsPerMinute())
        : Messages.text("reading.rule_of_words", settings.wordsPerMinute());
  }

  /** How long it was found to be; null where nobody said it. */
  public @Nullable String stated() {
    return figure == null || figure.stated() == null ? null : LengthWording.clock(figure.stated());
  }

  /** How the length stands to the target; null where there is none. */
  public @Nullable String stand() {
    @Nullable LengthTarget target = settings.target();
    @Nullable Double seconds = figure == null ? null : figure.seconds();
    return target == null || seconds == null ? null : LengthWording.stand(target, seconds);
  }

  /** Whether it keeps the target. */
  public boolean isKept() {
    @Nullable LengthTarget target = settings.target();
    @Nullable Double seconds = figure == null ? null : figure.seconds();
    return target != null && seconds != null && target.isKept(seconds);
  }

  public boolean hasTarget() {
    return settings.target() != null;
  }

  public List<NamedScore> scores() {
    return settings.shownScores();
  }

  public String courseTitle() {
    return course.title();
  }

  public boolean isCourseWhole() {
    return course.isWhole();
  }

  /** Whether anybody speaks. */
  public boolean hasCharacters() {
    return !characterRows.isEmpty();
  }

  public String wholeUrl() {
    return urls.own() + "#course";
  }

  public String versionUrl() {
    return Urls.version(script.scriptId(), shown().versionNumber());
  }

  /** The same page of this version compared with the one before; null where that is shown. */
  public @Nullable String sinceParentUrl() {
    @Nullable Integer parent = shown().parentVersion();
    return parent == null || (since != null && since.versionNumber() == parent)
        ? null
        : Urls.statistics(script.scriptId(), shown().versionNumber(), parent);
  }

  /** The comparison with the other version; null where there is none. */
  public @Nullable String compareUrl() {
    return since == null
        ? null
        : Urls.compare(script.scriptId(), since.versionNumber(), shown().versionNumber());
  }

  public String authorshipUrl() {
    return Urls.annotate(script.scriptId(), shown().versionNumber()) + "?color=source";
  }

  public String url() {
    return Urls.statistics(script.scriptId());
  }

  /** The same page of the latest version of a branch. */
  public String branchUrl(String branch) {
    return Urls.with(url(), Map.of("branch", branch));
  }

  public String settingsUrl() {
    return Urls.statisticsSettings(script.scriptId());
  }

  public String editUrl() {
    return Urls.edit(script.scriptId(), null);
  }
}
