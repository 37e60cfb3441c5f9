package prismq.t.script.versioning.review;

/** What has come of a review. */
public enum ReviewOutcome {
  OPEN,
  APPROVED,
  CHANGES_ASKED
}
