package prismq.t.script.versioning.api;

import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.scene.SceneChange;
import prismq.t.script.versioning.core.scene.SceneComparison;
import prismq.t.script.versioning.core.scene.SceneHeading;
import prismq.t.script.versioning.core.text.ScriptText;

/** What became of each scene from one version to another, as JSON. */
record SceneDiffJson(List<SceneChangeJson> scenes) {
  /**
   * @param from null for a new scene
   * @param to null for one that was omitted
   * @param minutes by how many it became longer, with at most two digits behind the point
   * @param renamed the parts of its heading that changed
   */
  record SceneChangeJson(
      String outcome,
      @Nullable SceneJson from,
      @Nullable SceneJson to,
      boolean moved,
      int wordsAdded,
      int wordsRemoved,
      double minutes,
      List<SceneHeading.Renaming> renamed) {}

  static SceneDiffJson of(
      ScriptText from, List<Scene> fromScenes, ScriptText to, List<Scene> toScenes) {
    IdentityHashMap<Scene, SceneJson> json = new IdentityHashMap<>();
    put(json, from, fromScenes);
    put(json, to, toScenes);
    return new SceneDiffJson(
        SceneComparison.of(fromScenes, toScenes).stream().map(one -> change(one, json)).toList());
  }

  private static void put(
      IdentityHashMap<Scene, SceneJson> json, ScriptText text, List<Scene> scenes) {
    List<SceneJson> all = SceneJson.of(text, scenes);
    for (int i = 0; i < all.size(); i++) {
      json.put(scenes.get(i), all.get(i));
    }
  }

  private static SceneChangeJson change(
      SceneChange change, IdentityHashMap<Scene, SceneJson> json) {
    return new SceneChangeJson(
        change.outcome().word(),
        change.from() == null ? null : json.get(change.from()),
        change.to() == null ? null : json.get(change.to()),
        change.isMoved(),
        change.wordsAdded(),
        change.wordsRemoved(),
        SceneJson.rounded(change.minutes()),
        change.renamings());
  }
}
