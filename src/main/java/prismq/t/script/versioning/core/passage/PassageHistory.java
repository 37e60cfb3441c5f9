package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.BinarySearch;

/**
 * The passages of a script's versions: which version holds which, and what each passage is made of.
 * Passages count from 0 in the order of their first appearance, versions from 1. Immutable.
 */
public final class PassageHistory {
  /** Longer texts, in bytes, are built for each question. */
  private static final long MAX_TEXT_KEPT = 4 * 1024 * 1024;

  private final List<PassageChanges> changes;
  private final VersionSequences sequences;
  private final List<byte[]> written;
  private final int[] firstPassages;
  private final List<List<PassagePiece>> pieces;

  /** The start of each passage's new text in its version's new text. */
  private final int[] writtenStarts;

  private final long weight;

  /** By passage; built when first read. */
  private volatile int @Nullable [] lastVersions;

  /** Found when first asked for; not written to afterwards. */
  private volatile @Nullable BitSet addedAgain;

  /**
   * The texts of all passages, where they are small enough to be kept; null until they are made.
   */
  private volatile String @Nullable [] texts;

  private PassageHistory(Builder builder) {
    this.changes = builder.changes;
    this.sequences = new VersionSequences(builder.changes);
    this.written = builder.written;
    this.firstPassages = Arrays.copyOf(builder.firstPassages, builder.changes.size() + 1);
    this.pieces = builder.pieces;
    this.writtenStarts = new int[pieces.size()];
    for (int version = 1; version < changes.size(); version++) {
      int start = 0;
      for (int p = firstPassages[version]; p < firstPassages[version + 1]; p++) {
        writtenStarts[p] = start;
        for (PassagePiece piece : pieces.get(p)) {
          start += piece.isCopied() ? 0 : piece.length();
        }
      }
    }
    this.weight = builder.weight + (canKeepTexts() ? textLength() : 0);
  }

  /** Collects the versions of a script one after the other, as they are stored. */
  public static final class Builder {
    private int[] firstPassages = new int[16];
    private final List<PassageChanges> changes = new ArrayList<>();
    private final List<byte[]> written = new ArrayList<>();
    private final List<List<PassagePiece>> pieces = new ArrayList<>();
    private long weight;

    /** Starts without versions. */
    public Builder() {
      changes.add(PassageChanges.UNREADABLE);
      written.add(new byte[0]);
    }

    /**
     * Adds the next version.
     *
     * @param newPassages number of passages that never were before
     * @param changesBytes as {@link NewPassages} gave them, and so the other
     * @throws BrokenPassagesException where they are not what was stored
     */
    public void add(int newPassages, byte[] changesBytes, byte[] writtenBytes) {
      int version = changes.size();
      if (version + 1 == firstPassages.length) {
        firstPassages = Arrays.copyOf(firstPassages, 2 * version);
      }
      PassageChanges decoded =
          PassageChanges.decoded(changesBytes, version, pieces.size(), newPassages);
      changes.add(decoded);
      written.add(writtenBytes);
      pieces.addAll(decoded.pieces());
      firstPassages[version + 1] = pieces.size();
      weight += 100 + 12L * changesBytes.length + writtenBytes.length;
    }

    /** The history of all added versions. */
    public PassageHistory build() {
      return new PassageHistory(this);
    }
  }

  /** The number of the last version. */
  public int latest() {
    return changes.size() - 1;
  }

  /** Number of distinct passages in all versions. */
  public int passageCount() {
    return pieces.size();
  }

  /** About how much memory it takes, in bytes. */
  public long weight() {
    return weight;
  }

  /** Whether the content of a version could be read when its passages were stored. */
  public boolean isReadable(int version) {
    return changes.get(version).isReadable();
  }

  /** The version that a version's passages are told against; 0 where there is none. */
  public int parent(int version) {
    return changes.get(version).parent();
  }

  /** The first version that has a passage. */
  public int firstVersion(int passage) {
    // The first version after which there are more.
    return BinarySearch.first(latest(), version -> firstPassages[version + 1] > passage);
  }

  /**
   * The sum of the passages' counts, by version.
   *
   * @param counts of each passage
   * @return by version number
   */
  public int[] sums(int[] counts) {
    return sequences.sums(counts);
  }

  /** The versions that hold a passage. */
  public BitSet holders(int passage) {
    return sequences.holders(passage);
  }

  /** The last version that holds a passage; 0 where none can be read that does. */
  public int lastVersion(int passage) {
    int[] known = lastVersions;
    if (known == null) {
      known = sequences.lastVersions(passageCount());
      lastVersions = known;
    }
    return known[passage];
  }

  /** The passages that a version added although an earlier version had them first. */
  BitSet addedAgain() {
    BitSet known = addedAgain;
    if (known == null) {
      known = new BitSet(passageCount());
      for (int version = 1; version < changes.size(); version++) {
        for (PassageHunk hunk : changes.get(version).hunks()) {
          for (int passage : hunk.added()) {
            if (passage < firstPassages[version]) {
              known.set(passage);
            }
          }
        }
      }
      addedAgain = known;
    }
    return known;
  }

  /** The passages of a version in their order. */
  public int[] sequence(int version) {
    return sequences.of(version);
  }

  /** Visits the sequences of all readable versions, oldest first. */
  void forEachSequence(VersionSequences.SequenceVisitor visitor) {
    sequences.forEach(visitor);
  }

  /** The sources of a passage. */
  List<PassagePiece> pieces(int passage) {
    return pieces.get(passage);
  }

  /** Number of bytes of a passage. */
  int length(int passage) {
    int length = 0;
    for (PassagePiece piece : pieces.get(passage)) {
      length += piece.length();
    }
    return length;
  }

  /** These passages and all their sources. */
  BitSet withSources(int[] passages) {
    BitSet needed = new BitSet(passageCount());
    for (int passage : passages) {
      needed.set(passage);
    }
    // Sources have smaller numbers.
    for (int p = needed.length() - 1; p >= 0; p = needed.previousSetBit(p - 1)) {
      for (PassagePiece piece : pieces.get(p)) {
        if (!piece.isWritten()) {
          needed.set(piece.source());
        }
      }
    }
    return needed;
  }

  private long textLength() {
    return pieces.stream().flatMap(List::stream).mapToLong(PassagePiece::length).sum();
  }

  boolean canKeepTexts() {
    return textLength() <= MAX_TEXT_KEPT;
  }

  /** The texts given to {@link #keep}; null for none. */
  String @Nullable [] texts() {
    return texts;
  }

  /** Keeps the texts of all passages, so that they need not be built again. */
  void keep(String[] textsOfAll) {
    texts = textsOfAll;
  }

  /** The new text in the new passages of a version. */
  String written(int version) {
    return WrittenText.decoded(written.get(version));
  }

  /** The start of a passage's new text in that. */
  int writtenStart(int passage) {
    return writtenStarts[passage];
  }
}
