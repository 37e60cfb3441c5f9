package prismq.t.script.versioning.transfer.git.plan;

/** The branch of a script that a line of changes is saved on. */
public final class PlannedBranch {
  private final String name;
  private final ChangeLine line;
  private boolean made;

  PlannedBranch(String name, ChangeLine line, boolean made) {
    this.name = name;
    this.line = line;
    this.made = made;
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
