package prismq.t.script.versioning.phrase;

import prismq.t.script.versioning.language.Messages;

/** What a version did to a phrase, against its first parent. */
public enum Turn {
  /** The version has it, and none of its ancestors along first parents had. */
  ADDED("phrase.turn.added"),
  /** The version has it again after it had been removed. */
  ADDED_AGAIN("phrase.turn.added_again"),
  /** The version no longer has it. */
  REMOVED("phrase.turn.removed"),
  /** The version has it more often. */
  MORE("phrase.turn.more"),
  /** The version has it less often. */
  FEWER("phrase.turn.fewer");

  private final String key;

  Turn(String key) {
    this.key = key;
  }

  /** The word on pages. */
  public String words() {
    return Messages.text(key);
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
