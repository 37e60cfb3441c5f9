package prismq.t.script.versioning.search;

import java.util.Optional;
import java.util.function.Function;
import prismq.t.script.versioning.core.passage.BrokenPassagesException;
import prismq.t.script.versioning.core.passage.PassageHistory;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.PassageIndex;

/** Gives the passages of scripts, all versions included. */
public final class Passages {
  private final VersionManager versionManager;
  private final PassageIndex index;
  private final Indexing indexing;

  /** Reads the index, and updates it where it is behind. */
  public Passages(VersionManager versionManager, PassageIndex index, Indexing indexing) {
    this.versionManager = versionManager;
    this.index = index;
    this.indexing = indexing;
  }

  /**
   * Reads a script and its passages as they are at one moment, as {@link VersionManager#view} does.
   *
   * @throws prismq.t.script.versioning.history.NotFoundException if there is no such script
   */
  public <T> T view(String scriptId, Function<ScriptView, T> reading) {
    Optional<T> read =
        versionManager.view(
            scriptId,
            view ->
                index.indexedVersion(scriptId) < view.script().latestVersion()
                    ? Optional.empty()
                    : Optional.of(reading.apply(view)));
    if (read.isPresent()) {
      return read.get();
    }
    // Outside of a view, which would not see what is being added.
    indexing.complete(scriptId, versions -> {});
    return versionManager.view(scriptId, reading::apply);
  }

  /** What updates the index. */
  Indexing indexing() {
    return indexing;
  }

  /**
   * The passages of the script that is read in {@link #view}; never brings the index up to date.
   *
   * @throws BrokenPassagesException if the index is damaged
   */
  public PassageHistory history(ScriptView view) {
    PassageHistory history = index.history(view.scriptId());
    if (history.latest() < view.script().latestVersion()) {
      throw new BrokenPassagesException("problem.index.ends", history.latest(), view.scriptId());
    }
    return history;
  }
}
