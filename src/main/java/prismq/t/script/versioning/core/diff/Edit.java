package prismq.t.script.versioning.core.diff;

/**
 * A range of the left sequence that is replaced by a range of the right one; starts count from 0
 * and belong to the range, ends do not. Either may be empty, not both.
 */
public record Edit(int fromStart, int fromEnd, int toStart, int toEnd) {
  /** Number of elements taken away. */
  public int deleted() {
    return fromEnd - fromStart;
  }

  /** Number of elements put in. */
  public int inserted() {
    return toEnd - toStart;
  }

  /** The same edit that much further on in both sequences. */
  Edit shifted(int by) {
    return shifted(by, by);
  }

  /** The same edit that much further on in either sequence. */
  Edit shifted(int fromBy, int toBy) {
    return new Edit(fromStart + fromBy, fromEnd + fromBy, toStart + toBy, toEnd + toBy);
  }
}
