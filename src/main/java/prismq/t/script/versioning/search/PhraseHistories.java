package prismq.t.script.versioning.search;

import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.history.VersionManager;

/** Finds the versions in which a phrase came or went. */
public final class PhraseHistories {
  private final VersionManager versionManager;

  /** Reads from this version manager. */
  public PhraseHistories(VersionManager versionManager) {
    this.versionManager = versionManager;
  }

  /**
   * The history of a phrase, which is taken exactly unless it is to be folded.
   *
   * @param fold whether case, accents and kinds of white space are set aside
   */
  public PhraseHistory history(String scriptId, String phrase, boolean fold) {
    VersionGraph graph = versionManager.graph(scriptId);
    int[] occurrences = new int[graph.latest() + 1];
    int[] changes = new int[graph.latest() + 1];
    for (int version = 1; version <= graph.latest(); version++) {
      String text = versionManager.content(scriptId, version).display();
      occurrences[version] = count(text, phrase);
      changes[version] = occurrences[version] - occurrences[graph.parent(version)];
    }
    return new PhraseHistory(phrase, fold, occurrences, changes);
  }

  private static int count(String text, String phrase) {
    int count = 0;
    for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length())) {
      count++;
    }
    return count;
  }
}
