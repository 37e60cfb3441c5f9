package prismq.t.script.versioning.core.fountain;

/**
 * A stretch of a screenplay that begins a page of its own.
 *
 * @param start in {@code char}s of the source
 * @param end the first one that no longer belongs to it
 * @param isCutBefore whether its first item began before
 * @param isCutBehind whether its last item goes on behind
 */
public record PageStretch(int start, int end, boolean isCutBefore, boolean isCutBehind) {
  /** All of it. */
  public static final PageStretch WHOLE = new PageStretch(0, Integer.MAX_VALUE, false, false);

  boolean contains(FountainElement element) {
    return start <= element.start() && element.end() <= end;
  }
}
