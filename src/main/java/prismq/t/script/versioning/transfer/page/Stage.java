package prismq.t.script.versioning.transfer.page;

/** How far an import is. */
enum Stage {
  /** It is being previewed, or waits for that; nothing was saved. */
  PREVIEWING,
  /** It is previewed, and waits for confirmation. */
  PREVIEWED,
  /** It cannot be imported with these choices. */
  REFUSED,
  /** It is being imported, or waits for that. */
  IMPORTING,
  /** All of it was imported. */
  DONE,
  /** It failed; what was saved until then is kept. */
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
