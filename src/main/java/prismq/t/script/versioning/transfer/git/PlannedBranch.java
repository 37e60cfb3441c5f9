package prismq.t.script.versioning.transfer.git;

/** The branch of a script that a line of changes goes on. */
final class PlannedBranch {
  private final String name;
  private final HistoryLine line;
  private boolean made;

  PlannedBranch(String name, HistoryLine line, boolean made) {
    this.name = name;
    this.line = line;
    this.made = made;
  }

  String name() {
    return name;
  }

  HistoryLine line() {
    return line;
  }

  /** Whether the script has it. */
  boolean isMade() {
    return made;
  }

  void setMade() {
    made = true;
  }
}
