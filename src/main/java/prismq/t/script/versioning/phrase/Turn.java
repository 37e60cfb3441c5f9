package prismq.t.script.versioning.phrase;

/** What a version did to a phrase, against its first parent. */
public enum Turn {
  /** The version has it, and none of its ancestors along first parents had. */
  ADDED("added"),
  /** The version has it again after it had been removed. */
  ADDED_AGAIN("added again"),
  /** The version no longer has it. */
  REMOVED("removed"),
  /** The version has it more often. */
  MORE("more"),
  /** The version has it less often. */
  FEWER("fewer");

  private final String words;

  Turn(String words) {
    this.words = words;
  }

  /** The word on pages. */
  public String words() {
    return words;
  }

  /** The class in style sheets. */
  public String cssClass() {
    return switch (this) {
      case ADDED, ADDED_AGAIN, MORE -> "added";
      case REMOVED, FEWER -> "removed";
    };
  }

  /** Whether the phrase was there before or after, but not both. */
  boolean isToggle() {
    return this != MORE && this != FEWER;
  }
}
