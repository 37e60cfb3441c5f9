package prismq.t.script.versioning.restore;

/** What somebody wants undone is not there; the page says why and where to go on. */
final class NothingToUndoException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final String wayOn;
  private final String wayOnText;

  NothingToUndoException(int status, String title, String message, String wayOn, String wayOnText) {
    super(message);
    this.status = status;
    this.title = title;
    this.wayOn = wayOn;
    this.wayOnText = wayOnText;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  public String wayOn() {
    return wayOn;
  }

  public String wayOnText() {
    return wayOnText;
  }
}
