package prismq.t.script.versioning.statistics;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.annotate.AnnotatedVersion;
import prismq.t.script.versioning.annotate.SharePlot;
import prismq.t.script.versioning.annotate.Shares;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.scene.SceneChange;
import prismq.t.script.versioning.core.scene.SceneComparison;
import prismq.t.script.versioning.core.scene.Scenes;
import prismq.t.script.versioning.core.statistics.MeasuredText;
import prismq.t.script.versioning.core.statistics.PlaceLength;
import prismq.t.script.versioning.core.statistics.TextMeasure;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.Annotations;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page with the lengths and scores of a version, and their course over its branch. */
public final class StatisticsPage {
  private static final int LONGEST_NAME = 200;

  private final VersionManager versionManager;
  private final Annotations annotations;
  private final Lengths lengths;
  private final VersionFigures figures;
  private final Pages pages;

  /** Shows what these read. */
  public StatisticsPage(
      VersionManager versionManager,
      Annotations annotations,
      Lengths lengths,
      VersionFigures figures,
      Pages pages) {
    this.versionManager = versionManager;
    this.annotations = annotations;
    this.lengths = lengths;
    this.figures = figures;
    this.pages = pages;
  }

  /**
   * What is asked for.
   *
   * @param version 0 for the latest of the branch
   * @param branch empty for main
   * @param since the version to compare with; 0 for none
   * @param character whose course is drawn; empty for nobody's
   * @param scene the place of the one whose course is drawn; 0 for none
   */
  private record AskedStatistics(
      int version, String branch, int since, String character, int scene) {
    static AskedStatistics of(Context context) {
      @Nullable String branch = Parameters.text(context, "branch");
      @Nullable String character = Parameters.text(context, "character");
      return new AskedStatistics(
          Parameters.number(context, "version", 0, 1, Integer.MAX_VALUE),
          branch == null ? "" : branch,
          Parameters.number(context, "since", 0, 1, Integer.MAX_VALUE),
          character == null || character.length() > LONGEST_NAME ? "" : character,
          Parameters.number(context, "scene", 0, 1, Integer.MAX_VALUE));
    }
  }

  /**
   * What is read at one moment.
   *
   * @param since null where there is no other version
   * @param course the metadata of the versions of the branch, by their numbers
   */
  private record StatisticsInput(
      Script script,
      Version version,
      ScriptText text,
      @Nullable Version since,
      @Nullable ScriptText sinceText,
      List<String> branches,
      SortedMap<Integer, Metadata> course) {}

  /** Answers {@code /scripts/{script_id}/statistics}. */
  public void show(Context context) {
    pages.show(context, "statistics/statistics", () -> model(context));
  }

  private StatisticsModel model(Context context) {
    String scriptId = context.pathParam("script_id");
    AskedStatistics asked = AskedStatistics.of(context);
    LengthSettings settings = lengths.settings(scriptId);
    Optional<StatisticsInput> input = versionManager.view(scriptId, view -> read(view, asked));
    return input
        .map(read -> model(read, asked, settings))
        .orElseGet(() -> StatisticsModel.empty(versionManager.script(scriptId), settings));
  }

  private static Optional<StatisticsInput> read(ScriptView view, AskedStatistics asked) {
    Script script = view.script();
    @Nullable Integer head =
        view.branch(asked.branch.isEmpty() ? Branch.MAIN : asked.branch).headVersion();
    int number = asked.version > 0 ? asked.version : head == null ? script.latestVersion() : head;
    if (number == 0) {
      return Optional.empty();
    }
    Version version = view.version(number);
    @Nullable Version since = asked.since == 0 ? null : view.version(asked.since);
    return Optional.of(
        new StatisticsInput(
            script,
            version,
            view.content(number),
            since,
            since == null ? null : view.content(asked.since),
            view.branches().stream()
                .filter(branch -> !branch.isArchived() && branch.headVersion() != null)
                .map(Branch::name)
                .toList(),
            course(view, version)));
  }

  /** From the first version to the latest of the branch of this one, by first parents. */
  private static SortedMap<Integer, Metadata> course(ScriptView view, Version version) {
    Map<Integer, Metadata> all = new LinkedHashMap<>();
    view.sizes().forEach(size -> all.put(size.versionNumber(), size.metadata()));
    VersionGraph graph = view.graph();
    @Nullable Integer head = view.branch(version.branch()).headVersion();
    SortedMap<Integer, Metadata> course = line(graph, head == null ? 0 : head, all);
    return course.containsKey(version.versionNumber())
        ? course
        : line(graph, version.versionNumber(), all);
  }

  private static SortedMap<Integer, Metadata> line(
      VersionGraph graph, int last, Map<Integer, Metadata> all) {
    SortedMap<Integer, Metadata> line = new TreeMap<>();
    for (int number = last; number > 0; number = graph.parent(number)) {
      @Nullable Metadata metadata = all.get(number);
      if (metadata != null) {
        line.put(number, metadata);
      }
    }
    return line;
  }

  private StatisticsModel model(
      StatisticsInput input, AskedStatistics asked, LengthSettings settings) {
    Script script = input.script;
    int rate = settings.wordsPerMinute();
    TextFormat format = TextFormat.of(script.format(), input.text);
    MeasuredText measured = MeasuredText.of(format, input.text.characters());
    TextMeasure measure = measured.measure();
    List<Scene> scenes = Scenes.at(measured.scenes(), rate);
    @Nullable ScriptText sinceText = input.sinceText;
    @Nullable MeasuredText since =
        sinceText == null
            ? null
            : MeasuredText.of(TextFormat.of(script.format(), sinceText), sinceText.characters());
    @Nullable List<SceneChange> changes =
        since == null ? null : SceneComparison.of(Scenes.at(since.scenes(), rate), scenes);
    int number = input.version.versionNumber();
    VersionFigures.FoundFigures found = figures.of(script, settings, input.course, number, measure);
    StatisticsUrls urls = new StatisticsUrls(script.scriptId(), number, asked.since);
    Course course = Course.of(measure, asked.character, asked.scene);
    Shares shares =
        Shares.of(
            AnnotatedVersion.of(annotations, script.scriptId(), view -> view.version(number)));
    return new StatisticsModel(
        script,
        input.version,
        input.since,
        settings,
        format,
        measure,
        found.all().stream()
            .filter(figure -> figure.versionNumber() == number)
            .findFirst()
            .orElse(null),
        compared(found.all(), settings, input),
        course,
        course.plot(script.scriptId(), settings, found.all(), number),
        scorePlots(script.scriptId(), settings, found.all(), number),
        found.waiting(),
        StatisticsRows.versions(script.scriptId(), settings, found.all()),
        StatisticsRows.scenes(scenes, format == TextFormat.SCREENPLAY, changes, urls.ofScene()),
        StatisticsRows.characters(
            measure, since == null ? null : since.measure(), rate, urls.own()),
        format == TextFormat.SCREENPLAY
            ? StatisticsRows.places(PlaceLength.of(measure.scenes(), rate))
            : "",
        scenes.size(),
        shares.words() == 0 ? null : SharePlot.bySource(shares),
        input.branches,
        urls);
  }

  /** By how much it differs from the version it is compared with; null for none. */
  private @Nullable String compared(
      List<VersionFigure> course, LengthSettings settings, StatisticsInput input) {
    @Nullable Version since = input.since;
    if (since == null) {
      return null;
    }
    Map<Integer, VersionFigure> byNumber = new LinkedHashMap<>();
    course.forEach(figure -> byNumber.put(figure.versionNumber(), figure));
    if (!byNumber.containsKey(since.versionNumber())) {
      SortedMap<Integer, Metadata> one = new TreeMap<>();
      one.put(since.versionNumber(), since.metadata());
      figures
          .all(input.script, settings, one)
          .forEach(figure -> byNumber.put(figure.versionNumber(), figure));
    }
    return Optional.ofNullable(byNumber.get(since.versionNumber()))
        .map(
            before ->
                ComparedFigures.line(
                    settings,
                    before,
                    Objects.requireNonNull(byNumber.get(input.version.versionNumber()))))
        .orElse(null);
  }

  private static List<ScorePlot> scorePlots(
      String scriptId, LengthSettings settings, List<VersionFigure> all, int selected) {
    List<ScorePlot> plots = new ArrayList<>();
    for (NamedScore score : settings.shownScores()) {
      ScorePlot plot = ScorePlot.of(scriptId, score, all, selected);
      if (!plot.isEmpty()) {
        plots.add(plot);
      }
    }
    return Collections.unmodifiableList(plots);
  }

  /**
   * The addresses of the page.
   *
   * @param since 0 for none
   */
  record StatisticsUrls(String scriptId, int version, int since) {
    /** This page, to which more can be added. */
    String own() {
      return since == 0
          ? Urls.statistics(scriptId, version)
          : Urls.statistics(scriptId, version, since);
    }

    String ofScene() {
      return own() + "&scene=";
    }
  }
}
