package prismq.t.script.versioning.history;

/** All that would be merged is there already, so there is nothing to do. */
public final class NothingToMergeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String scriptId;

  NothingToMergeException(Script script, String message) {
    super("Nothing to do: " + message + " Nothing was saved.");
    this.scriptId = script.scriptId();
  }

  /** The script whose branches they are. */
  public String scriptId() {
    return scriptId;
  }
}
