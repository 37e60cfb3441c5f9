package prismq.t.script.versioning.history;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The parents of every version of a script. A parent always has a smaller number than its child, so
 * that one pass over the numbers finds everything.
 */
public final class VersionGraph {
  private final int[] parents;
  private final int[] mergeParents;
  private final int[] branchNumbers;

  /** By version number, from 1; 0 if there is none. */
  public VersionGraph(int[] parents, int[] mergeParents, int[] branchNumbers) {
    this.parents = parents;
    this.mergeParents = mergeParents;
    this.branchNumbers = branchNumbers;
  }

  /** The highest number. */
  public int latest() {
    return parents.length - 1;
  }

  /** The first parent of a version; 0 if it has none. */
  public int parent(int version) {
    return parents[version];
  }

  /** The second parent of a version; 0 if it is no merge. */
  public int mergeParent(int version) {
    return mergeParents[version];
  }

  /** The branch that a version was saved on; 0 if its row is missing. */
  public int branchNumber(int version) {
    return branchNumbers[version];
  }

  /** A version with all its ancestors; empty for 0. */
  public BitSet ancestors(int version) {
    BitSet ancestors = new BitSet(version + 1);
    ancestors.set(version);
    for (int v = version; v > 0; v = ancestors.previousSetBit(v - 1)) {
      ancestors.set(parents[v]);
      ancestors.set(mergeParents[v]);
    }
    ancestors.clear(0);
    return ancestors;
  }

  /** Whether a version is another one or descends from it. */
  public boolean isMadeOf(int version, int ancestor) {
    return ancestor <= version && ancestors(version).get(ancestor);
  }

  /** Number of ancestors of the one that are not ancestors of the other. */
  public int ahead(int version, int other) {
    BitSet own = ancestors(version);
    own.andNot(ancestors(other));
    return own.cardinality();
  }

  /**
   * The nearest common ancestors of these, newest first: usually one, none for unrelated ones,
   * several where branches were merged into each other crosswise.
   */
  public List<Integer> nearestCommonAncestors(int version, int... others) {
    BitSet common = ancestors(version);
    for (int other : others) {
      common.and(ancestors(other));
    }
    List<Integer> nearest = new ArrayList<>();
    BitSet further = new BitSet();
    for (int v = common.length() - 1; v > 0; v = common.previousSetBit(v - 1)) {
      if (!further.get(v)) {
        nearest.add(v);
        further.or(ancestors(v));
      }
    }
    return nearest;
  }
}
