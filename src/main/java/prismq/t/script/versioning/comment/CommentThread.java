package prismq.t.script.versioning.comment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.anchor.Anchor;

/**
 * Comments on the same words.
 *
 * @param resolution null while it is open
 * @param addressedBy the versions that are said to answer it, in order
 * @param comments oldest first, at least one
 * @param shareLinkId the link whose guests read it; null where only people of the server do
 */
public record CommentThread(
    long id,
    Anchor anchor,
    Instant createdAt,
    @Nullable Resolution resolution,
    List<Integer> addressedBy,
    List<Comment> comments,
    @Nullable String shareLinkId) {
  /**
   * That nothing is left to do.
   *
   * @param by who said so; null where nobody said who they are
   */
  public record Resolution(Instant at, @Nullable String by) {}

  /** Whether guests of a share link read it. */
  public boolean isOfGuests() {
    return shareLinkId != null;
  }

  /** Whether nothing is left to do. */
  public boolean isResolved() {
    return resolution != null;
  }
}
