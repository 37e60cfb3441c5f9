package prismq.t.script.versioning.core.diff;

/**
 * A stretch of both sides that is still to be aligned.
 *
 * @param exactly whether it is to be aligned as short as can be, whatever it takes
 */
record LineRegion(int leftStart, int leftEnd, int rightStart, int rightEnd, boolean exactly) {
  /** Without what is the same at the start and at the end. */
  LineRegion trimmed(int[] left, int[] right) {
    int from = leftStart;
    int to = rightStart;
    while (from < leftEnd && to < rightEnd && left[from] == right[to]) {
      from++;
      to++;
    }
    int fromEnd = leftEnd;
    int toEnd = rightEnd;
    while (from < fromEnd && to < toEnd && left[fromEnd - 1] == right[toEnd - 1]) {
      fromEnd--;
      toEnd--;
    }
    return new LineRegion(from, fromEnd, to, toEnd, exactly);
  }

  LineRegion before(LineMiddle middle) {
    return new LineRegion(
        leftStart, middle.left(), rightStart, middle.right(), middle.exactlyBefore());
  }

  LineRegion after(LineMiddle middle) {
    return new LineRegion(middle.left(), leftEnd, middle.right(), rightEnd, middle.exactlyAfter());
  }
}
