package prismq.t.script.versioning.phrase;

/** What a version did to a phrase, against its first parent. */
public enum Turn {
  /** It is there, and was in nothing that the version was made of by its first parents. */
  CAME("came"),
  /** It is there again. */
  CAME_BACK("came back"),
  /** It is not there any more. */
  WENT("went"),
  /** It is there more often. */
  MORE("more"),
  /** It is there less often. */
  FEWER("fewer");

  private final String words;

  Turn(String words) {
    this.words = words;
  }

  /** As it is told. */
  public String words() {
    return words;
  }

  /** Its name in style sheets. */
  public String cssClass() {
    return switch (this) {
      case CAME, CAME_BACK, MORE -> "came";
      case WENT, FEWER -> "went";
    };
  }

  /** Whether the phrase was there before or after, but not both. */
  boolean isToggle() {
    return this != MORE && this != FEWER;
  }
}
