package prismq.t.script.versioning.core.align;

/** A stretch of tokens of both sides; starts belong to it, ends do not. */
record Window(int aStart, int aEnd, int bStart, int bEnd) {
  int rows() {
    return aEnd - aStart;
  }

  int columns() {
    return bEnd - bStart;
  }

  long cells() {
    return (long) rows() * columns();
  }

  boolean isOneSided() {
    return aStart == aEnd || bStart == bEnd;
  }

  /** From the start of this one to the end of a later one. */
  Window to(Window later) {
    return new Window(aStart, later.aEnd, bStart, later.bEnd);
  }
}
