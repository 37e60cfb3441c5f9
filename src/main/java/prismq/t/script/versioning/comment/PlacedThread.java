package prismq.t.script.versioning.comment;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.anchor.Placement;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.language.Messages;

/**
 * A thread and where it stands in a version.
 *
 * @param range in code points of the version's text; null where it has no place
 * @param text what stands there; null likewise
 */
public record PlacedThread(
    CommentThread thread,
    Placement placement,
    @Nullable CodePointRange range,
    @Nullable String text) {
  /**
   * What became of its words, in a sentence; null where they are as they were.
   *
   * @param removedBy who saved the version that no longer had them; empty where that is not known
   */
  public @Nullable String stateOfWords(String removedBy) {
    int version = placement.goneIn();
    if (placement.isGuess()) {
      return Messages.text("comments.state_guess", version);
    }
    return switch (placement.state()) {
      case HERE -> null;
      case EDITED -> Messages.text("comments.state_edited");
      case MOVED -> Messages.text("comments.state_moved");
      case BACK -> Messages.text("comments.state_back");
      case REPLACED, GONE -> Messages.text("comments.state_gone", version, removedBy);
    };
  }
}
