package prismq.t.script.versioning.history;

/** The branch was put away, so nothing is saved on it until it is brought back. */
public final class ArchivedBranchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String scriptId;

  ArchivedBranchException(Script script, Branch branch) {
    super(
        "The branch “"
            + branch.name()
            + "” is archived. Nothing was saved; bring the branch back first, or save on another.");
    this.scriptId = script.scriptId();
  }

  /** The script it is a branch of. */
  public String scriptId() {
    return scriptId;
  }
}
