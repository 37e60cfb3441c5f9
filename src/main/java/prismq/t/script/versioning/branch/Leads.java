package prismq.t.script.versioning.branch;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.WordChanges;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionGraph;

/**
 * Finds what the branches of a script have that others lack. A view reads which versions those are;
 * their words are counted after it has ended, a pair of texts at a time.
 */
final class Leads {
  private final ScriptView view;
  private final WordChanges wordChanges;
  private final VersionGraph graph;

  Leads(ScriptView view, WordChanges wordChanges) {
    this.view = view;
    this.wordChanges = wordChanges;
    this.graph = view.graph();
  }

  /** What the branch with one head has and that with the other lacks; null for no head. */
  Supplier<Lead> of(@Nullable Integer head, @Nullable Integer other) {
    if (head == null) {
      return () -> Lead.NONE;
    }
    int otherHead = other == null ? 0 : other;
    int versions = graph.ahead(head, otherHead);
    if (versions == 0) {
      return () -> Lead.NONE;
    }
    try {
      return counted(versions, head, graph.nearestCommonAncestors(head, otherHead));
    } catch (DamagedVersionException e) {
      return () -> uncounted(versions);
    }
  }

  private Supplier<Lead> counted(int versions, int head, List<Integer> ancestors) {
    Version last = view.version(head);
    if (ancestors.isEmpty()) {
      return () -> new Lead(versions, last.words(), 0);
    }
    Version ancestor = view.version(ancestors.get(0));
    return () -> {
      try {
        Diff.Statistics words = wordChanges.between(ancestor, last);
        return new Lead(versions, words.wordsInserted(), words.wordsDeleted());
      } catch (DamagedVersionException e) {
        return uncounted(versions);
      }
    };
  }

  /** The number of versions is known even if their texts are damaged. */
  private static Lead uncounted(int versions) {
    return new Lead(versions, null, null);
  }
}
