package prismq.t.script.versioning.core.anchor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** The way from any version of a script to one of them, along parents and children. */
public final class HistoryPaths {
  private final int latest;
  private final IntUnaryOperator parents;
  private final IntUnaryOperator mergeParents;
  private final int target;
  private final BitSet targetAncestors;

  /**
   * Leads to a version.
   *
   * @param parents the first parent of each version, which is smaller; 0 for none
   * @param mergeParents the second one likewise
   */
  public HistoryPaths(
      int latest, IntUnaryOperator parents, IntUnaryOperator mergeParents, int target) {
    this.latest = latest;
    this.parents = parents;
    this.mergeParents = mergeParents;
    this.target = target;
    this.targetAncestors = ancestors(target);
  }

  /** The version that ways lead to. */
  public int target() {
    return target;
  }

  /** Whether the target was made of a version directly. */
  boolean isNext(int version) {
    return parents.applyAsInt(target) == version;
  }

  private BitSet ancestors(int version) {
    BitSet ancestors = new BitSet(version + 1);
    ancestors.set(version);
    for (int v = version; v > 0; v = ancestors.previousSetBit(v - 1)) {
      ancestors.set(parents.applyAsInt(v));
      ancestors.set(mergeParents.applyAsInt(v));
    }
    ancestors.clear(0);
    return ancestors;
  }

  /** The versions from one on to the target, both included, each a child or parent of the next. */
  public List<Integer> from(int version) {
    if (targetAncestors.get(version)) {
      return down(version, target);
    }
    BitSet common = ancestors(version);
    common.and(targetAncestors);
    if (common.isEmpty()) {
      return List.of(version, target);
    }
    int meeting = common.length() - 1;
    List<Integer> path = new ArrayList<>(down(meeting, version));
    Collections.reverse(path);
    List<Integer> rest = down(meeting, target);
    path.addAll(rest.subList(1, rest.size()));
    return path;
  }

  /** From an ancestor down to a version made of it, along first parents where they lead there. */
  private List<Integer> down(int ancestor, int version) {
    BitSet descendants = new BitSet(latest + 1);
    descendants.set(ancestor);
    for (int v = ancestor + 1; v <= version; v++) {
      descendants.set(
          v, descendants.get(parents.applyAsInt(v)) || descendants.get(mergeParents.applyAsInt(v)));
    }
    List<Integer> path = new ArrayList<>();
    path.add(version);
    int at = version;
    while (at != ancestor) {
      int parent = parents.applyAsInt(at);
      at = descendants.get(parent) ? parent : mergeParents.applyAsInt(at);
      path.add(at);
    }
    Collections.reverse(path);
    return path;
  }
}
