package prismq.t.script.versioning.compare;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.SharedCache;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;

/**
 * Compares versions, and keeps comparisons by the hashes of both contents. Safe for use by several
 * threads.
 */
public final class Comparisons {
  private final VersionManager versionManager;
  private final DiffGenerator diffGenerator = new DiffGenerator();

  /** One of the largest texts weighs more than the bound, and then is all that is kept. */
  private final SharedCache<ComparedContents, Comparison> kept =
      SharedCache.ofRecentlyUsed(CacheBound.COMPARISONS, Comparison::weight);

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
   * Reads what a comparison needs, so that it can be computed after the view.
   *
   * @throws prismq.t.script.versioning.history.DamagedVersionException where one cannot be read
   */
  public PreparedComparison read(ScriptView view, Version from, Version to) {
    ComparedContents contents = ComparedContents.of(from, to);
    @Nullable Comparison known = kept.find(contents);
    return known == null
        ? new PreparedComparison(
            contents,
            null,
            view.content(from.versionNumber()),
            view.content(to.versionNumber()),
            view.script().format())
        : new PreparedComparison(contents, known, known.from(), known.to(), view.script().format());
  }

  /** The same of two texts of a script that were read, which is not kept. */
  public PreparedComparison of(Script script, ScriptText from, ScriptText to) {
    return new PreparedComparison(null, null, from, to, script.format());
  }

  /** A comparison all of whose texts are read. */
  public final class PreparedComparison {
    private final @Nullable ComparedContents contents;
    private final @Nullable Comparison known;
    private final ScriptText from;
    private final ScriptText to;
    private final @Nullable TextFormat format;

    private PreparedComparison(
        @Nullable ComparedContents contents,
        @Nullable Comparison known,
        ScriptText from,
        ScriptText to,
        @Nullable TextFormat format) {
      this.contents = contents;
      this.known = known;
      this.from = from;
      this.to = to;
      this.format = format;
    }

    /** Computes the comparison, which may take a while. */
    public Comparison result() {
      // What is kept is found by its contents alone, which several scripts may have.
      return found().writtenAs(format);
    }

    private Comparison found() {
      if (known != null) {
        return known;
      }
      return contents == null ? compare(from, to) : kept.get(contents, () -> compare(from, to));
    }
  }

  /** What changed from one text of a script to another, which is not kept. */
  public Comparison compare(Script script, ScriptText from, ScriptText to) {
    return compare(from, to).writtenAs(script.format());
  }

  /** The same, to be counted and not shown. */
  public Comparison compare(ScriptText from, ScriptText to) {
    return Comparison.of(from, to, diffGenerator.diff(from, to));
  }
}
