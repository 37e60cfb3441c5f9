package prismq.t.script.versioning.review;

/** How it counts what somebody said who was asked for a review, or did not say yet. */
enum Stance {
  /** Approves. */
  FOR,
  /** Wants changes. */
  AGAINST,
  /** Has read it and decides nothing. */
  THROUGH,
  /** Decides nothing and has not spoken, and nobody waits for it. */
  ASIDE,
  /** Can still approve or want changes. */
  AWAITED
}
