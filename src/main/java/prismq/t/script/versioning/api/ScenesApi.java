package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.List;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.scene.Scenes;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Json;

/** The API's calls about the scenes of a version, and what became of them in another. */
public final class ScenesApi {
  private final VersionManager versionManager;

  /** Reads versions with this. */
  public ScenesApi(VersionManager versionManager) {
    this.versionManager = versionManager;
  }

  private record SceneList(List<SceneJson> scenes) {}

  private record CutText(ScriptText text, List<Scene> scenes) {
    static CutText of(Script script, ScriptText text) {
      TextFormat format = TextFormat.of(script.format(), text);
      return new CutText(
          text, Scenes.at(Scenes.of(format, text.characters()), script.wordsPerMinute()));
    }
  }

  private record Compared(Script script, ScriptText from, ScriptText to) {}

  /** Answers with the scenes of a version in order. */
  public void list(Context context) {
    Compared read =
        versionManager.view(
            context.pathParam("script_id"),
            view -> {
              ScriptText text = view.content(VersionNumbers.find(view, context).versionNumber());
              return new Compared(view.script(), text, text);
            });
    CutText cut = CutText.of(read.script, read.to);
    Json.answer(context, 200, new SceneList(SceneJson.of(cut.text, cut.scenes)));
  }

  /** Answers with what became of each scene from one version to another. */
  public void compare(Context context) {
    Compared read =
        versionManager.view(
            context.pathParam("script_id"),
            view ->
                new Compared(
                    view.script(),
                    view.content(VersionNumbers.findAsked(view, context, "from").versionNumber()),
                    view.content(VersionNumbers.findAsked(view, context, "to").versionNumber())));
    CutText from = CutText.of(read.script, read.from);
    CutText to = CutText.of(read.script, read.to);
    Json.answer(context, 200, SceneDiffJson.of(from.text, from.scenes, to.text, to.scenes));
  }
}
