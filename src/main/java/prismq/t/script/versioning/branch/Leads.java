package prismq.t.script.versioning.branch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.WordChanges;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.history.VersionManager;

/** Finds out what the branches of one script have that others have not. */
final class Leads {
  private final VersionManager versionManager;
  private final WordChanges wordChanges;
  private final String scriptId;
  private final VersionGraph graph;

  Leads(VersionManager versionManager, WordChanges wordChanges, String scriptId) {
    this.versionManager = versionManager;
    this.wordChanges = wordChanges;
    this.scriptId = scriptId;
    this.graph = versionManager.graph(scriptId);
  }

  /** What the branch with the one head has and that with the other has not; null for no head. */
  Lead of(@Nullable Integer head, @Nullable Integer other) {
    if (head == null) {
      return Lead.NONE;
    }
    int otherHead = other == null ? 0 : other;
    int versions = graph.ahead(head, otherHead);
    if (versions == 0) {
      return Lead.NONE;
    }
    try {
      return counted(versions, head, graph.nearestCommonAncestors(head, otherHead));
    } catch (DamagedVersionException e) {
      // How many versions there are can be told all the same.
      return new Lead(versions, null, null);
    }
  }

  private Lead counted(int versions, int head, List<Integer> ancestors) {
    Version last = versionManager.version(scriptId, head);
    if (ancestors.isEmpty()) {
      return new Lead(versions, last.words(), 0);
    }
    Version ancestor = versionManager.version(scriptId, ancestors.get(0));
    Diff.Statistics words = wordChanges.between(ancestor, last);
    return new Lead(versions, words.wordsInserted(), words.wordsDeleted());
  }
}
