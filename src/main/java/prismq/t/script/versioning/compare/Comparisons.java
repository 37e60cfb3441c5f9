package prismq.t.script.versioning.compare;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;

/**
 * Compares versions, and keeps what was compared last by the hashes of both contents, bounded in
 * bytes. Safe for use by several threads.
 */
public final class Comparisons {
  private static final long MOST_BYTES = 16 * 1024 * 1024;

  private final VersionManager versionManager;
  private final DiffGenerator diffGenerator = new DiffGenerator();
  private final Map<Key, Comparison> kept = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  private record Key(ContentHash from, ContentHash to) {}

  /** Reads from this version manager. */
  public Comparisons(VersionManager versionManager) {
    this.versionManager = versionManager;
  }

  /**
   * What changed from one version of a script to another one.
   *
   * @throws prismq.t.script.versioning.history.DamagedVersionException where one cannot be read
   */
  public Comparison compare(Version from, Version to) {
    return versionManager.view(from.scriptId(), view -> read(view, from, to)).result();
  }

  /**
   * Reads what it takes to tell what changed, so that it can be told after the view has ended.
   *
   * @throws prismq.t.script.versioning.history.DamagedVersionException where one cannot be read
   */
  public Prepared read(ScriptView view, Version from, Version to) {
    Key key = new Key(from.contentHash(), to.contentHash());
    Comparison known = find(key);
    return known == null
        ? new Prepared(
            key, null, view.content(from.versionNumber()), view.content(to.versionNumber()))
        : new Prepared(key, known, known.from(), known.to());
  }

  /** The same of two texts that were read, which is not kept. */
  public Prepared of(ScriptText from, ScriptText to) {
    return new Prepared(null, null, from, to);
  }

  /** A comparison all of whose texts are read. */
  public final class Prepared {
    private final @Nullable Key key;
    private final @Nullable Comparison known;
    private final ScriptText from;
    private final ScriptText to;

    private Prepared(
        @Nullable Key key, @Nullable Comparison known, ScriptText from, ScriptText to) {
      this.key = key;
      this.known = known;
      this.from = from;
      this.to = to;
    }

    /** What changed, which may take a while to find out. */
    public Comparison result() {
      if (known != null) {
        return known;
      }
      Comparison found = compare(from, to);
      if (key != null) {
        keep(key, found);
      }
      return found;
    }
  }

  /** What changed from one text to another, which is not kept. */
  public Comparison compare(ScriptText from, ScriptText to) {
    return new Comparison(from, to, diffGenerator.diff(from, to));
  }

  private synchronized @Nullable Comparison find(Key key) {
    return kept.get(key);
  }

  private synchronized void keep(Key key, Comparison comparison) {
    Comparison replaced = kept.put(key, comparison);
    bytes += comparison.weight() - (replaced == null ? 0 : replaced.weight());
    Iterator<Comparison> eldest = kept.values().iterator();
    while (bytes > MOST_BYTES && kept.size() > 1) {
      bytes -= eldest.next().weight();
      eldest.remove();
    }
  }
}
