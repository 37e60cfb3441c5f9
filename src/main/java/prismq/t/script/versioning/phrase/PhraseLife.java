package prismq.t.script.versioning.phrase;

import java.util.List;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.search.PhraseHistory;

/** What each version of a script did to a phrase. */
final class PhraseLife {
  private final VersionGraph graph;
  private final PhraseHistory history;

  /** By version, whether it or one of its ancestors along first parents has the phrase. */
  private final boolean[] had;

  PhraseLife(VersionGraph graph, PhraseHistory history) {
    this.graph = graph;
    this.history = history;
    this.had = new boolean[latest() + 1];
    for (int version = 1; version <= latest(); version++) {
      had[version] = occurrences(version) > 0 || had[graph.parent(version)];
    }
  }

  /** The last version that both know; one may have been saved in between. */
  int latest() {
    return Math.min(graph.latest(), history.occurrences().length - 1);
  }

  int occurrences(int version) {
    return history.occurrences()[version];
  }

  /** How often the phrase is in a version's first parent. */
  int before(int version) {
    return history.occurrences()[version] - history.changes()[version];
  }

  int branchNumber(int version) {
    return graph.branchNumber(version);
  }

  /** The versions that changed the number of occurrences, oldest first. */
  List<Integer> changed() {
    return history.changedVersions().stream().filter(version -> version <= latest()).toList();
  }

  /** What a version did that changed the number of occurrences. */
  Turn turn(int version) {
    int before = before(version);
    int after = occurrences(version);
    if (after == 0) {
      return Turn.REMOVED;
    }
    if (before == 0) {
      return had[graph.parent(version)] ? Turn.ADDED_AGAIN : Turn.ADDED;
    }
    return after > before ? Turn.MORE : Turn.FEWER;
  }
}
