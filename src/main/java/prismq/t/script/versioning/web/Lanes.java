package prismq.t.script.versioning.web;

/** The colours of branches: a branch has the same one on every page, whatever it is called. */
public final class Lanes {
  /** Number of colours; after the last they repeat. */
  public static final int COUNT = 12;

  /** The CSS class that gives an element {@code --lane}, the colour of the branch. */
  public String cssClass(int branchNumber) {
    return "lane-" + Math.floorMod(branchNumber - 1, COUNT);
  }
}
