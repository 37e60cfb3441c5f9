package prismq.t.script.versioning.compare;

/**
 * A place in an exact text, in bytes.
 *
 * @param start belongs to it
 * @param end does not
 */
public record Place(int start, int end) {
  boolean overlaps(int otherStart, int otherEnd) {
    return start < otherEnd && otherStart < end;
  }
}
