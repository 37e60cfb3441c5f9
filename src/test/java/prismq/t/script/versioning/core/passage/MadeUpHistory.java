package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.ScriptText;

/** Versions of a text with branches, merges and texts that come back, and their passages. */
final class MadeUpHistory {
  private final Texts texts;
  private final List<ScriptText> versions = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final EarlierPassages earlier = new EarlierPassages();
  private final PassageHistory.Builder builder = new PassageHistory.Builder();
  private final DiffGenerator diffGenerator = new DiffGenerator();

  private MadeUpHistory(Texts texts) {
    this.texts = texts;
  }

  static MadeUpHistory of(long seed, int versions) {
    MadeUpHistory history = new MadeUpHistory(new Texts(seed));
    for (int i = 0; i < versions; i++) {
      history.addAny();
    }
    return history;
  }

  static MadeUpHistory of(String... versions) {
    MadeUpHistory history = new MadeUpHistory(new Texts(1));
    for (int i = 0; i < versions.length; i++) {
      history.add(i, 0, ScriptText.of(versions[i]));
    }
    return history;
  }

  private void addAny() {
    Random random = texts.random();
    if (versions.isEmpty()) {
      add(0, 0, texts.any());
      return;
    }
    int latest = versions.size();
    int parent = random.nextInt(4) == 0 ? 1 + random.nextInt(latest) : latest;
    int mergeParent = random.nextInt(6) == 0 ? 1 + random.nextInt(latest) : 0;
    ScriptText text =
        switch (random.nextInt(8)) {
          case 0 -> text(1 + random.nextInt(latest));
          case 1 -> texts.any();
          default -> texts.edited(text(parent));
        };
    add(parent, mergeParent, text);
  }

  /** Adds a version; a parent of 0 is none. */
  void add(int parent, int mergeParent, ScriptText text) {
    NewPassages added =
        NewPassages.of(
            versions.size() + 1, earlier, parent(parent, text), parent(mergeParent, text), text);
    builder.add(added.texts().size(), added.changes(), added.written());
    versions.add(text);
    parents.add(parent);
  }

  private NewPassages.@Nullable ParentDiff parent(int version, ScriptText text) {
    return version == 0
        ? null
        : new NewPassages.ParentDiff(version, diffGenerator.diff(text(version), text));
  }

  ScriptText text(int version) {
    return versions.get(version - 1);
  }

  int latest() {
    return versions.size();
  }

  PassageHistory passages() {
    return builder.build();
  }

  Random random() {
    return texts.random();
  }
}
