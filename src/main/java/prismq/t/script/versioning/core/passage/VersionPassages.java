package prismq.t.script.versioning.core.passage;

import java.util.Arrays;
import java.util.Map;
import prismq.t.script.versioning.core.text.ByteRange;

/** The passages of one version and where they stand in its exact text. Immutable. */
public final class VersionPassages {
  private final PassageHistory history;
  private final int version;
  private final int[] sequence;
  private final int[] starts;

  private VersionPassages(PassageHistory history, int version) {
    this.history = history;
    this.version = version;
    this.sequence = history.sequence(version);
    this.starts = new int[sequence.length + 1];
    for (int i = 0; i < sequence.length; i++) {
      starts[i + 1] = starts[i] + history.length(sequence[i]);
    }
  }

  /** Those of a version. */
  public static VersionPassages of(PassageHistory history, int version) {
    return new VersionPassages(history, version);
  }

  /** Its number. */
  public int version() {
    return version;
  }

  /** Number of passages. */
  public int size() {
    return sequence.length;
  }

  /** Number of bytes of the text. */
  public int length() {
    return starts[sequence.length];
  }

  /** Where a passage stands; after the last one, the end of the text. */
  public ByteRange bytes(int index) {
    return new ByteRange(starts[index], starts[Math.min(index + 1, sequence.length)]);
  }

  /** The index of the passage that a byte belongs to. */
  public int at(int position) {
    int found = Arrays.binarySearch(starts, position);
    if (found < 0) {
      return -found - 2;
    }
    // No passage is empty, so that each start is there once.
    return Math.min(found, Math.max(0, sequence.length - 1));
  }

  /** The exact text of a stretch. */
  public String text(ByteRange bytes) {
    if (bytes.isEmpty()) {
      return "";
    }
    int first = at(bytes.start());
    int last = at(bytes.end() - 1);
    Map<Integer, String> texts =
        PassageTexts.of(history, Arrays.copyOfRange(sequence, first, last + 1));
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i++) {
      text.append(texts.get(sequence[i]));
    }
    return text.substring(bytes.start() - starts[first], bytes.end() - starts[first]);
  }

  int[] sequence() {
    return sequence;
  }

  int start(int index) {
    return starts[index];
  }
}
