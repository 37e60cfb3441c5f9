package prismq.t.script.versioning.review;

/**
 * What counts of one person in a review.
 *
 * @param role as which the person was asked; empty for none
 * @param weight from 1
 */
record Ballot(Stance stance, String role, int weight) {
  /** Whether somebody with this role has spoken by it; letters' case aside. */
  boolean speaksAs(String wanted) {
    return role.equalsIgnoreCase(wanted) && stance != Stance.ASIDE && stance != Stance.AWAITED;
  }
}
