package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.passage.NewPassages;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.HistoryListener;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/**
 * Updates the index from the versions, or rebuilds it. Writes in small steps, so that others can
 * save meanwhile; what they save is added too.
 */
public final class Indexing implements AutoCloseable {
  private static final int SCRIPTS_AT_ONCE = 500;
  private static final int VERSIONS_AT_ONCE = 50;
  private static final long BYTES_AT_ONCE = 4_000_000;

  private final Database database;
  private final VersionManager versionManager;
  private final IndexWriter index;
  private final DiffGenerator diffGenerator = new DiffGenerator();
  private volatile boolean isClosed;

  /** Indexes this database, whose versions are read by the version manager. */
  public Indexing(Database database, VersionManager versionManager) {
    this.database = database;
    this.versionManager = versionManager;
    this.index = new IndexWriter();
  }

  /**
   * Empties an index that another release made otherwise, so that {@link #complete} makes it anew.
   * To be called before anything is read from it.
   */
  public void clearIfOutdated() {
    if (!database.read(index::isCurrent)) {
      database.write(
          handle -> {
            index.clearIfOutdated(handle);
            return null;
          });
    }
  }

  /** Rebuilds the index from the versions. */
  public void rebuild(IntConsumer done) {
    database.write(
        handle -> {
          index.clear(handle);
          return null;
        });
    complete(done);
    database.write(
        handle -> {
          index.optimize(handle);
          return null;
        });
  }

  /**
   * Adds every version that the index does not have yet.
   *
   * @param done receives the number of further versions done
   */
  public void complete(IntConsumer done) {
    List<Script> scripts;
    int offset = 0;
    do {
      scripts = versionManager.scripts(SCRIPTS_AT_ONCE, offset);
      for (Script script : scripts) {
        if (!isClosed) {
          complete(script.scriptId(), done);
        }
      }
      offset += scripts.size();
    } while (!scripts.isEmpty());
  }

  /** The same for one script. */
  public void complete(String scriptId, IntConsumer done) {
    Script script = versionManager.script(scriptId);
    int indexed = database.read(handle -> index.indexedVersion(handle, scriptId));
    if (indexed < 0) {
      database.write(
          handle -> {
            index.scriptAdded(handle, scriptId, script.title());
            return null;
          });
      indexed = 0;
    }
    while (indexed < script.latestVersion() && !isClosed) {
      List<IndexWriter.IndexedVersion> additions = additions(script, indexed + 1);
      int reached =
          database.write(
              handle -> {
                additions.forEach(addition -> index.add(handle, scriptId, addition));
                return index.indexedVersion(handle, scriptId);
              });
      if (reached <= indexed) {
        return; // The existing index cannot be continued; verify reports it.
      }
      done.accept(reached - indexed);
      indexed = reached;
    }
  }

  /** The next versions, read outside of the transaction that adds them. */
  private List<IndexWriter.IndexedVersion> additions(Script script, int first) {
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

  /** Stops indexing after the current step. */
  @Override
  public void close() {
    isClosed = true;
  }
}
