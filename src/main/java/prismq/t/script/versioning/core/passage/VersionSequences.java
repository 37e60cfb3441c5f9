package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which passages the versions of a script hold, put together from what each version changed. */
final class VersionSequences {
  private final List<PassageChanges> changes;

  /**
   * The sequences of a history.
   *
   * @param changes by version number; none may be added any more
   */
  VersionSequences(List<PassageChanges> changes) {
    this.changes = changes;
  }

  private int latest() {
    return changes.size() - 1;
  }

  /**
   * The sum of the passages' counts, by version.
   *
   * @param counts of each passage
   * @return by version number
   */
  int[] sums(int[] counts) {
    int[] sums = new int[latest() + 1];
    for (int version = 1; version <= latest(); version++) {
      PassageChanges change = changes.get(version);
      int sum = sums[change.parent()];
      for (PassageHunk hunk : change.hunks()) {
        for (int passage : hunk.removed()) {
          sum -= counts[passage];
        }
        for (int passage : hunk.added()) {
          sum += counts[passage];
        }
      }
      sums[version] = sum;
    }
    return sums;
  }

  /** The versions that hold a passage. */
  BitSet holders(int passage) {
    BitSet holders = new BitSet(latest() + 1);
    int[] held = new int[latest() + 1];
    for (int version = 1; version <= latest(); version++) {
      PassageChanges change = changes.get(version);
      int count = held[change.parent()];
      for (PassageHunk hunk : change.hunks()) {
        count += count(hunk.added(), passage) - count(hunk.removed(), passage);
      }
      held[version] = count;
      if (count > 0) {
        holders.set(version);
      }
    }
    return holders;
  }

  /**
   * The last version that holds each passage; 0 where none can be read that does. Versions made of
   * the last holder removed it, unless nothing was made of that one.
   */
  int[] lastVersions(int passageCount) {
    int[] last = new int[passageCount];
    boolean[] isParent = new boolean[latest() + 1];
    for (int version = 1; version <= latest(); version++) {
      PassageChanges change = changes.get(version);
      isParent[change.parent()] = true;
      for (PassageHunk hunk : change.hunks()) {
        for (int passage : hunk.removed()) {
          last[passage] = Math.max(last[passage], change.parent());
        }
      }
    }
    forEach(
        (version, parent, sequence, hunks) -> {
          if (!isParent[version]) {
            for (int passage : sequence) {
              last[passage] = Math.max(last[passage], version);
            }
          }
        });
    return last;
  }

  private static int count(int[] passages, int passage) {
    int count = 0;
    for (int other : passages) {
      if (other == passage) {
        count++;
      }
    }
    return count;
  }

  /** The passages of a version in their order. */
  int[] of(int version) {
    List<Integer> line = new ArrayList<>();
    for (int v = version; v > 0; v = changes.get(v).parent()) {
      line.add(v);
    }
    int[] sequence = new int[0];
    for (int i = line.size() - 1; i >= 0; i--) {
      sequence = sequence(line.get(i), sequence);
    }
    return sequence;
  }

  /** The passages of a version, made of those of its parent. */
  private int[] sequence(int version, int @Nullable [] parent) {
    if (parent == null) {
      throw new BrokenPassagesException("problem.index.parent", version);
    }
    List<PassageHunk> hunks = changes.get(version).hunks();
    int length = parent.length;
    for (PassageHunk hunk : hunks) {
      length += hunk.added().length - hunk.removed().length;
    }
    int[] sequence = new int[Math.max(0, length)];
    int from = 0;
    int to = 0;
    try {
      for (PassageHunk hunk : hunks) {
        System.arraycopy(parent, from, sequence, to, hunk.kept());
        from += hunk.kept() + hunk.removed().length;
        to += hunk.kept();
        System.arraycopy(hunk.added(), 0, sequence, to, hunk.added().length);
        to += hunk.added().length;
      }
      System.arraycopy(parent, from, sequence, to, parent.length - from);
    } catch (IndexOutOfBoundsException e) {
      throw new BrokenPassagesException("problem.index.version", version);
    }
    return sequence;
  }

  /** Gets the passages of each version in turn. */
  interface SequenceVisitor {
    /**
     * Is told the passages of a version.
     *
     * @param parent passages that they are told against; none where there are none
     * @param hunks from these to those of the version
     */
    void visit(int version, int[] parent, int[] sequence, List<PassageHunk> hunks);
  }

  /** Visits the sequences of all readable versions, oldest first. */
  void forEach(SequenceVisitor visitor) {
    int[] lastChild = new int[latest() + 1];
    for (int version = 1; version <= latest(); version++) {
      lastChild[changes.get(version).parent()] = version;
    }
    int @Nullable [][] sequences = new int[latest() + 1][];
    for (int version = 1; version <= latest(); version++) {
      int parent = changes.get(version).parent();
      if (changes.get(version).isReadable()) {
        int @Nullable [] before = parent == 0 ? new int[0] : sequences[parent];
        int[] sequence = sequence(version, before);
        visitor.visit(
            version, Objects.requireNonNull(before), sequence, changes.get(version).hunks());
        sequences[version] = lastChild[version] > version ? sequence : null;
      }
      if (lastChild[parent] == version) {
        sequences[parent] = null; // Nothing is made of it any more.
      }
    }
  }
}
