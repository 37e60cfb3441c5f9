package prismq.t.script.versioning.transfer.page;

/** How far an import is. */
enum Stage {
  /** It is looked through, or waits for that; nothing was saved. */
  PREVIEWING,
  /** What would come in is known, and waits for somebody's word. */
  PREVIEWED,
  /** It cannot come in as it was chosen. */
  REFUSED,
  /** It comes in, or waits for that. */
  IMPORTING,
  /** All of it is in. */
  DONE,
  /** It ended before its end; what was saved until then is kept. */
  FAILED,
  /** Somebody stopped it; what was saved until then is kept. */
  CANCELLED;

  boolean isWork() {
    return this == PREVIEWING || this == IMPORTING;
  }

  boolean isOver() {
    return this == DONE || this == CANCELLED;
  }
}
