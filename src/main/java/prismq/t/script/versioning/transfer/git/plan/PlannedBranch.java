package prismq.t.script.versioning.transfer.git.plan;

/** The branch of a script that a line of changes is saved on. */
public final class PlannedBranch {
  private final String name;
  private final ChangeLine line;
  private boolean made;

  private PlannedBranch(String name, ChangeLine line, boolean made) {
    this.name = name;
    this.line = line;
    this.made = made;
  }

  /** A branch that the script has. */
  static PlannedBranch existing(String name, ChangeLine line) {
    return new PlannedBranch(name, line, true);
  }

  /** A branch that is still to be started. */
  static PlannedBranch missing(String name, ChangeLine line) {
    return new PlannedBranch(name, line, false);
  }

  public String name() {
    return name;
  }

  public ChangeLine line() {
    return line;
  }

  /** Whether the script has it. */
  public boolean isMade() {
    return made;
  }

  public void setMade() {
    made = true;
  }
}
