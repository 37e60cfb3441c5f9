package prismq.t.script.versioning.reading;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.fountain.Screenplay;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.scene.SceneChange;
import prismq.t.script.versioning.core.scene.SceneComparison;
import prismq.t.script.versioning.core.scene.SceneMinutes;
import prismq.t.script.versioning.core.scene.Scenes;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.web.Html;

/**
 * A text as it is read on pages, with the list of its scenes.
 *
 * @param html the laid out text
 * @param omitted scenes that the version before has and this one has not
 * @param restoreUrl the address that restores a scene, without its place at the end; null where
 *     whoever sees it may not save
 */
public record LaidOutText(
    TextFormat format,
    String html,
    List<SceneRow> scenes,
    List<OmittedScene> omitted,
    @Nullable String restoreUrl) {
  /**
   * A scene that is there no more.
   *
   * @param fromPlace among the scenes of the version before, from 1
   */
  public record OmittedScene(Scene scene, int fromPlace) {}

  /**
   * Lays a text out.
   *
   * @param before the text of the version before; null where there is none
   * @param isBroken whether a screenplay is broken into the pages that it has on paper
   * @param wordsPerMinute that are spoken, or acted
   */
  public static LaidOutText of(
      TextFormat format,
      ScriptText text,
      @Nullable ScriptText before,
      boolean isBroken,
      int wordsPerMinute) {
    String source = text.characters();
    SourceLetters letters = new SourceLetters(source, text.exactlyDecoded());
    List<Scene> scenes;
    String html;
    if (format == TextFormat.SCREENPLAY) {
      Screenplay screenplay = Screenplay.parse(source);
      scenes = Scenes.at(Scenes.of(screenplay), wordsPerMinute);
      html = ScreenplayHtml.of(screenplay, scenes, isBroken, letters);
    } else {
      scenes = Scenes.at(Scenes.of(format, source), wordsPerMinute);
      html = MarkdownHtml.of(source, scenes, letters);
    }
    List<Scene> old =
        before == null
            ? List.of()
            : Scenes.at(Scenes.of(format, before.characters()), wordsPerMinute);
    return of(format, html, old, scenes, Map.of(), before != null);
  }

  /**
   * Pages that were laid out already, with what became of each scene from another text.
   *
   * @param notes what is said of scenes besides, by their places from 1
   */
  static LaidOutText compared(
      TextFormat format,
      String html,
      List<Scene> from,
      List<Scene> to,
      Map<Integer, List<String>> notes) {
    return of(format, html, from, to, notes, true);
  }

  private static LaidOutText of(
      TextFormat format,
      String html,
      List<Scene> from,
      List<Scene> to,
      Map<Integer, List<String>> notes,
      boolean isCompared) {
    List<SceneChange> changes = isCompared ? SceneComparison.of(from, to) : List.of();
    IdentityHashMap<Scene, Integer> places = new IdentityHashMap<>();
    from.forEach(scene -> places.put(scene, places.size() + 1));
    return new LaidOutText(
        format, html, rows(to, changes, places, notes), omitted(changes, places), null);
  }

  /**
   * The scenes of a text that is shown elsewhere, or in another way.
   *
   * @param before the text that they are compared with; null for none
   */
  public static LaidOutText listed(
      TextFormat format, ScriptText text, @Nullable ScriptText before) {
    List<Scene> scenes = Scenes.of(format, text.inUtf8().characters());
    List<Scene> old = before == null ? List.of() : Scenes.of(format, before.inUtf8().characters());
    return of(format, "", old, scenes, Map.of(), before != null);
  }

  /** The same with scenes that lead to the pages that they are on. */
  public LaidOutText leadingTo(IntFunction<String> pages) {
    List<SceneRow> rows = scenes.stream().map(row -> row.on(pages.apply(row.place()))).toList();
    return new LaidOutText(format, html, rows, omitted, restoreUrl);
  }

  /** The same with links that restore scenes. */
  public LaidOutText restoring(@Nullable String url) {
    return new LaidOutText(format, html, scenes, omitted, url);
  }

  private static List<SceneRow> rows(
      List<Scene> scenes,
      List<SceneChange> changes,
      Map<Scene, Integer> places,
      Map<Integer, List<String>> notes) {
    IdentityHashMap<Scene, SceneChange> changeOf = new IdentityHashMap<>();
    for (SceneChange change : changes) {
      if (change.to() != null) {
        changeOf.putIfAbsent(change.to(), change);
      }
    }
    List<SceneRow> rows = new ArrayList<>(scenes.size());
    for (Scene scene : scenes) {
      @Nullable SceneChange change = changeOf.get(scene);
      int fromPlace = change == null ? 0 : places.getOrDefault(change.from(), 0);
      int place = rows.size() + 1;
      List<String> said = notes.getOrDefault(place, List.of());
      rows.add(new SceneRow(place, fromPlace, scene, change, said, ""));
    }
    return rows;
  }

  private static List<OmittedScene> omitted(List<SceneChange> changes, Map<Scene, Integer> places) {
    return changes.stream()
        .filter(change -> change.to() == null)
        .map(SceneChange::scene)
        .map(scene -> new OmittedScene(scene, places.getOrDefault(scene, 0)))
        .toList();
  }

  /** Whether it is a screenplay, which is set in a typewriter face. */
  public boolean isScreenplay() {
    return format == TextFormat.SCREENPLAY;
  }

  /** How long all of it lasts, in minutes and seconds. */
  public String minutes() {
    return SceneRow.range(SceneMinutes.sum(scenes.stream().map(SceneRow::scene).toList()));
  }

  /** How many of its words are spoken, or acted, in a minute. */
  public int wordsPerMinute() {
    return scenes.isEmpty() ? SceneMinutes.WORDS_A_MINUTE : scenes.get(0).scene().wordsPerMinute();
  }

  /** The items of the list of scenes; made here because templates take far longer for many. */
  public String listHtml() {
    Html list = new Html();
    String words = isScreenplay() ? "restore.scene" : "restore.section";
    scenes.forEach(row -> row.addTo(list, restoreUrl, words));
    return list.toString();
  }
}
