package prismq.t.script.versioning.annotate;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.reading.LaidOutText;
import prismq.t.script.versioning.search.Annotations;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page that shows for each passage of a version who wrote it, when and why. */
public final class AnnotatePage {
  private final Annotations annotations;
  private final Pages pages;

  /** Shows these annotations. */
  public AnnotatePage(Annotations annotations, Pages pages) {
    this.annotations = annotations;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param html the part that is asked for, all text escaped
   * @param part its number, from 1
   * @param scenes of the text
   * @param partOf for each place of a scene the part that it begins in
   * @param oldest the first version that wrote some of the text; null if that is empty
   * @param newest the last of them
   */
  record Model(
      Script script,
      Version version,
      ScriptText text,
      ColorBy by,
      String html,
      int part,
      int parts,
      int words,
      List<SharePlot> plots,
      LaidOutText scenes,
      Map<Integer, Integer> partOf,
      @Nullable Version oldest,
      @Nullable Version newest) {
    public ColorBy[] ways() {
      return ColorBy.values();
    }

    public String wayUrl(ColorBy way) {
      return way.addTo(url(version.versionNumber()));
    }

    private String url(int versionNumber) {
      return Urls.annotate(script.scriptId(), versionNumber);
    }

    public int ageSteps() {
      return Ages.STEPS;
    }

    /** Whether the text is a screenplay, which is read in a typewriter face. */
    public boolean isFountain() {
      return script.isScreenplay(text);
    }

    public boolean isEmpty() {
      return text.display().isEmpty();
    }

    public @Nullable String beforeUrl() {
      return part == 1 ? null : partUrl(part - 1);
    }

    public @Nullable String afterUrl() {
      return part == parts ? null : partUrl(part + 1);
    }

    /** The scenes, which lead to the parts that they begin in. */
    public LaidOutText reading() {
      return scenes.leadingTo(
          place -> {
            int begun = partOf.getOrDefault(place, part);
            return begun == part ? "" : partUrl(begun);
          });
    }

    private String partUrl(int number) {
      return number == 1
          ? wayUrl(by)
          : Urls.with(wayUrl(by), Map.of("part", Integer.toString(number)));
    }

    public String historyUrl() {
      return Urls.history(script.scriptId());
    }

    public String versionUrl() {
      return Urls.version(script.scriptId(), version.versionNumber());
    }

    /** Leads to the history of a part of the text. */
    public String phraseHistoryUrl() {
      return Urls.phraseHistory(script.scriptId());
    }

    public @Nullable String changesUrl() {
      Integer parent = version.parentVersion();
      return parent == null
          ? null
          : Urls.compare(script.scriptId(), parent, version.versionNumber());
    }

    public String textUrl() {
      return url(version.versionNumber()) + ".txt";
    }

    public @Nullable String earlierUrl() {
      return version.versionNumber() == 1 ? null : by.addTo(url(version.versionNumber() - 1));
    }

    public @Nullable String laterUrl() {
      return version.versionNumber() == script.latestVersion()
          ? null
          : by.addTo(url(version.versionNumber() + 1));
    }
  }

  /** Answers {@code /scripts/{script_id}/versions/{version_number}/annotate}. */
  public void show(Context context) {
    pages.show(context, "annotate/annotate", () -> model(context));
  }

  private Model model(Context context) {
    ColorBy by = ColorBy.of(context);
    int wanted = Parameters.number(context, "part", 1, 1, Integer.MAX_VALUE);
    AnnotatedVersion annotated = AnnotatedVersion.of(annotations, context);
    Shares shares = Shares.of(annotated);
    AuthorColors authors = new AuthorColors(annotated, shares);
    AnnotatedParts parts = new AnnotatedParts(annotated);
    int part = Math.min(wanted, parts.count());
    AnnotatedScenes scenes = AnnotatedScenes.of(annotated, parts);
    List<Version> origins = new ArrayList<>(annotated.origins().values());
    return new Model(
        annotated.script(),
        annotated.version(),
        annotated.annotation().text(),
        by,
        AnnotateHtml.of(
            annotated, parts, parts.get(part), scenes, by, new Colors(by, annotated, authors)),
        part,
        parts.count(),
        shares.words(),
        List.of(SharePlot.byAuthor(shares, authors), SharePlot.bySource(shares)),
        scenes.list(),
        scenes.partOf(parts),
        origins.isEmpty() ? null : origins.get(0),
        origins.isEmpty() ? null : origins.get(origins.size() - 1));
  }
}
