package prismq.t.script.versioning.api;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Comment;
import prismq.t.script.versioning.comment.CommentThread;
import prismq.t.script.versioning.comment.PlacedThread;
import prismq.t.script.versioning.core.text.CodePointRange;

/**
 * A thread where it stands in a version, as JSON.
 *
 * @param versionNumber the version that it was started on
 * @param guess whether the place was found by likeness only
 * @param goneIn the version that no longer has the words; null while they are there
 */
record ThreadJson(
    long threadId,
    int versionNumber,
    String quote,
    String state,
    boolean guess,
    @Nullable PlaceJson range,
    @Nullable String text,
    @Nullable Integer goneIn,
    boolean resolved,
    @Nullable String resolvedBy,
    List<Integer> addressedBy,
    String createdAt,
    List<CommentJson> comments) {
  /** A stretch of a text in code points. */
  record PlaceJson(int start, int end) {}

  /**
   * A comment as JSON.
   *
   * @param guest whether the author wrote as the guest of a share link
   * @param body null if it was deleted
   * @param editedAt null if it never was
   */
  record CommentJson(
      long commentId,
      String author,
      boolean guest,
      @Nullable String body,
      String createdAt,
      @Nullable String editedAt) {
    static CommentJson of(Comment comment) {
      return new CommentJson(
          comment.id(),
          comment.by().name(),
          comment.by().isGuest(),
          comment.body(),
          ApiTime.format(comment.createdAt()),
          comment.editedAt() == null ? null : ApiTime.format(comment.editedAt()));
    }
  }

  static ThreadJson of(PlacedThread placed) {
    CommentThread thread = placed.thread();
    @Nullable CodePointRange range = placed.range();
    int goneIn = placed.placement().goneIn();
    return new ThreadJson(
        thread.id(),
        thread.anchor().version(),
        thread.anchor().quote(),
        placed.placement().state().name().toLowerCase(Locale.ROOT),
        placed.placement().isGuess(),
        range == null ? null : new PlaceJson(range.start(), range.end()),
        placed.text(),
        goneIn == 0 ? null : goneIn,
        thread.isResolved(),
        thread.resolution() == null ? null : Objects.requireNonNull(thread.resolution()).by(),
        thread.addressedBy(),
        ApiTime.format(thread.createdAt()),
        thread.comments().stream().map(CommentJson::of).toList());
  }
}
