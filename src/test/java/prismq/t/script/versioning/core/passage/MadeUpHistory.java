package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.ScriptText;

/** Versions of a text with branches, merges and texts that come back, and their passages. */
public final class MadeUpHistory {
  private final Texts texts;
  private final List<ScriptText> versions = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final List<Integer> mergeParents = new ArrayList<>();
  private final EarlierPassages earlier = new EarlierPassages();
  private final PassageHistory.Builder builder = new PassageHistory.Builder();
  private final DiffGenerator diffGenerator = new DiffGenerator();

  private MadeUpHistory(Texts texts) {
    this.texts = texts;
  }

  /** So many versions, each made of any earlier one or two; the same for the same seed. */
  public static MadeUpHistory of(long seed, int versions) {
    MadeUpHistory history = new MadeUpHistory(new Texts(seed));
    for (int i = 0; i < versions; i++) {
      history.addAny();
    }
    return history;
  }

  /** These texts, each made of the one before it. */
  public static MadeUpHistory of(String... versions) {
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
  public void add(int parent, int mergeParent, ScriptText text) {
    NewPassages added =
        NewPassages.of(
            versions.size() + 1, earlier, parent(parent, text), parent(mergeParent, text), text);
    builder.add(added.texts().size(), added.changes(), added.written());
    versions.add(text);
    parents.add(parent);
    mergeParents.add(mergeParent);
  }

  private NewPassages.@Nullable ParentDiff parent(int version, ScriptText text) {
    return version == 0
        ? null
        : new NewPassages.ParentDiff(version, diffGenerator.diff(text(version), text));
  }

  /** The number of a version's first parent; 0 for none. */
  public int parent(int version) {
    return parents.get(version - 1);
  }

  /** The number of its second one likewise. */
  public int mergeParent(int version) {
    return mergeParents.get(version - 1);
  }

  /** The text of a version. */
  public ScriptText text(int version) {
    return versions.get(version - 1);
  }

  /** The number of the last version. */
  public int latest() {
    return versions.size();
  }

  /** Their passages. */
  public PassageHistory passages() {
    return builder.build();
  }

  /** What it is made with. */
  public Random random() {
    return texts.random();
  }
}
