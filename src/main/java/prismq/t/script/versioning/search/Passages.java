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

  /** Reads the index, and brings it up to date where it is behind. */
  public Passages(VersionManager versionManager, PassageIndex index, Indexing indexing) {
    this.versionManager = versionManager;
    this.index = index;
    this.indexing = indexing;
  }

  /**
   * Reads a script and its passages as they are at one moment, as {@link VersionManager#view} does;
   * {@link #history} is part of it where it is asked for meanwhile.
   *
   * @throws prismq.t.script.versioning.history.NotFoundException where there is no such script
   */
  public <T> T view(String scriptId, Function<ScriptView, T> reading) {
    Optional<T> read =
        versionManager.view(
            scriptId,
            view ->
                index.history(scriptId).latest() < view.script().latestVersion()
                    ? Optional.empty()
                    : Optional.of(reading.apply(view)));
    if (read.isPresent()) {
      return read.get();
    }
    // Outside of a view, which would not see what is added now.
    indexing.complete(scriptId, versions -> {});
    return versionManager.view(scriptId, reading::apply);
  }

  /**
   * The passages of a script.
   *
   * @throws prismq.t.script.versioning.history.NotFoundException where there is no such script
   * @throws BrokenPassagesException where the index is damaged
   */
  public PassageHistory history(String scriptId) {
    int latest = versionManager.script(scriptId).latestVersion();
    PassageHistory history = index.history(scriptId);
    if (history.latest() < latest) {
      indexing.complete(scriptId, versions -> {});
      history = index.history(scriptId);
      if (history.latest() < latest) {
        throw new BrokenPassagesException(
            "it does not go on after version " + history.latest() + " of “" + scriptId + "”");
      }
    }
    return history;
  }
}
