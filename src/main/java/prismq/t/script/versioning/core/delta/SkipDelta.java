package prismq.t.script.versioning.core.delta;

/**
 * Chooses which earlier version a delta is taken against, so that a history of n versions is read
 * back through O(log n) deltas although each version is stored only once (the skip deltas of
 * Subversion's FSFS, with {@value #RADIX} instead of 2 for the radix: fewer, smaller deltas).
 */
public final class SkipDelta {
  /** With 32 the payload is two fifths smaller than with 4, and 1,000 versions need 61 deltas. */
  static final int RADIX = 32;

  /** A chain is never longer than this, however often versions were rolled back or branched off. */
  public static final int MAX_CHAIN_LENGTH = 128;

  private SkipDelta() {}

  /**
   * The generation of the base for a version of this generation.
   *
   * @param generation number of versions before this one along the line of first parents, from 0
   * @return -1 for the first version, which has no base; else a smaller generation
   */
  public static int baseGeneration(int generation) {
    if (generation == 0) {
      return -1;
    }
    int step = 1;
    int rest = generation;
    while (rest % RADIX == 0) {
      rest /= RADIX;
      step *= RADIX;
    }
    return generation - step;
  }
}
