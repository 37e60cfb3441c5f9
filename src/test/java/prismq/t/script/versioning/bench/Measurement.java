package prismq.t.script.versioning.bench;

import java.util.Arrays;

/**
 * How long each of many repetitions took.
 *
 * @param sortedNanoseconds shortest first
 * @param elapsedNanoseconds of all together, which is less than their sum where they ran at once
 */
record Measurement(long[] sortedNanoseconds, long elapsedNanoseconds) {
  /** What is repeated; it is told how many times it ran before. */
  interface Work {
    void run(int repetition) throws Exception;
  }

  /** The measurement of times in any order. */
  static Measurement of(long[] nanoseconds, long elapsedNanoseconds) {
    long[] sorted = nanoseconds.clone();
    Arrays.sort(sorted);
    return new Measurement(sorted, elapsedNanoseconds);
  }

  /** Repeats the work so many times, one after another, without warming up. */
  static Measurement repeat(int repetitions, Work work) throws Exception {
    long[] nanoseconds = new long[repetitions];
    long start = System.nanoTime();
    for (int i = 0; i < repetitions; i++) {
      long before = System.nanoTime();
      work.run(i);
      nanoseconds[i] = System.nanoTime() - before;
    }
    return of(nanoseconds, System.nanoTime() - start);
  }

  /** The time that so many of a hundred repetitions stayed within, in milliseconds. */
  double percentile(int percent) {
    if (sortedNanoseconds.length == 0) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(sortedNanoseconds.length * percent / 100.0) - 1;
    return sortedNanoseconds[Math.max(0, index)] / 1e6;
  }

  double best() {
    return percentile(0);
  }

  double median() {
    return percentile(50);
  }

  double perSecond() {
    return sortedNanoseconds.length / (elapsedNanoseconds / 1e9);
  }

  String percentiles() {
    return "p50 "
        + Figures.milliseconds(median())
        + ", p99 "
        + Figures.milliseconds(percentile(99));
  }

  String rate() {
    return Figures.whole(Math.round(perSecond())) + "/s, " + percentiles();
  }
}
