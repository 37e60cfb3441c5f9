package prismq.t.script.versioning.core;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * How many cases made up by chance are tried: some by default, all of them in the bench profile.
 */
public final class Cases {
  private static final boolean ALL = Boolean.getBoolean("all-cases");

  private Cases() {}

  /** All of so many, or a tenth of them. */
  public static int of(int all) {
    return ALL ? all : Math.max(1, all / 10);
  }

  /** Tries so many cases made up from this seed; a failure names the seed and the case. */
  public static void each(long seed, int cases, Consumer<Random> test) {
    Random random = Seeds.random(seed);
    for (int number = 1; number <= cases; number++) {
      try {
        test.accept(random);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Seed " + seed + ", case " + number + ": " + e.getMessage(), e);
      }
    }
  }

  /** All of these seeds, or the first half of them. */
  public static LongStream seeds(long... all) {
    return Arrays.stream(all).limit(ALL ? all.length : (all.length + 1) / 2);
  }
}
