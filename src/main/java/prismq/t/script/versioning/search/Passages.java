package prismq.t.script.versioning.search;

import prismq.t.script.versioning.core.passage.BrokenPassagesException;
import prismq.t.script.versioning.core.passage.PassageHistory;
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
