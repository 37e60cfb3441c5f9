package prismq.t.script.versioning.core.scene;

import java.util.List;

/** The scenes of one of two texts, with what they are known by. */
record SceneSide(List<Scene> scenes, List<SceneWords> words, List<SceneHeading> headings) {
  static SceneSide of(List<Scene> scenes, SceneWords.Numbering numbering) {
    return new SceneSide(
        scenes,
        scenes.stream().map(scene -> numbering.of(scene.body())).toList(),
        scenes.stream().map(scene -> SceneHeading.of(scene.heading())).toList());
  }

  int size() {
    return scenes.size();
  }
}
