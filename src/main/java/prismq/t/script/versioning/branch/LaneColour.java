package prismq.t.script.versioning.branch;

/** The colour of a branch, the same on every page: a class of the style sheet. */
public final class LaneColour {
  private static final int COLOURS = 8;

  private LaneColour() {}

  /** The class for a branch by its number, which never changes. */
  public static String of(int branchNumber) {
    return "lane-" + Math.floorMod(branchNumber - 1, COLOURS);
  }
}
