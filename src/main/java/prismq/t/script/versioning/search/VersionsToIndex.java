package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.passage.NewPassages;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.HistoryListener;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** Reads versions for the index, as many as are added in one step. */
final class VersionsToIndex {
  private static final int VERSIONS_AT_ONCE = 50;
  private static final long BYTES_AT_ONCE = 4_000_000;

  private final VersionManager versionManager;
  private final DiffGenerator diffGenerator = new DiffGenerator();

  VersionsToIndex(VersionManager versionManager) {
    this.versionManager = versionManager;
  }

  /** Some versions from one on; as a rule read outside of the transaction that adds them. */
  List<IndexWriter.IndexedVersion> next(Script script, int first) {
    List<IndexWriter.IndexedVersion> additions = new ArrayList<>();
    Map<Integer, ScriptText> texts = new HashMap<>();
    long bytes = 0;
    for (int n = first;
        n <= script.latestVersion() && additions.size() < VERSIONS_AT_ONCE && bytes < BYTES_AT_ONCE;
        n++) {
      IndexWriter.IndexedVersion addition = addition(script.scriptId(), n, texts);
      additions.add(addition);
      bytes += addition.text() == null ? 0 : addition.text().sizeBytes();
    }
    return additions;
  }

  private IndexWriter.IndexedVersion addition(
      String scriptId, int versionNumber, Map<Integer, ScriptText> texts) {
    @Nullable ScriptText text = text(scriptId, versionNumber, texts);
    try {
      Version version = versionManager.version(scriptId, versionNumber);
      return IndexWriter.IndexedVersion.of(
          new HistoryListener.Addition(
              version,
              text,
              parent(scriptId, version.parentVersion(), text, texts),
              parent(scriptId, version.mergeParentVersion(), text, texts)));
    } catch (DamagedVersionException e) {
      return new IndexWriter.IndexedVersion(versionNumber, new byte[0], "", null, null, null);
    }
  }

  private NewPassages.@Nullable ParentDiff parent(
      String scriptId,
      @Nullable Integer parent,
      @Nullable ScriptText text,
      Map<Integer, ScriptText> texts) {
    ScriptText before = parent == null ? null : text(scriptId, parent, texts);
    return parent == null || before == null || text == null
        ? null
        : new NewPassages.ParentDiff(parent, diffGenerator.diff(before, text));
  }

  /** The text of a version; null where it is damaged. */
  private @Nullable ScriptText text(
      String scriptId, int versionNumber, Map<Integer, ScriptText> texts) {
    ScriptText known = texts.get(versionNumber);
    if (known != null) {
      return known;
    }
    try {
      ScriptText text = versionManager.content(scriptId, versionNumber);
      texts.put(versionNumber, text);
      return text;
    } catch (DamagedVersionException e) {
      return null;
    }
  }
}
