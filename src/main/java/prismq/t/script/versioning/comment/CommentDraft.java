package prismq.t.script.versioning.comment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.anchor.Anchor;

/**
 * A comment that is not sent yet, which nobody sees but whoever wrote it.
 *
 * @param anchor the words that it is about; null in a thread
 * @param thread the thread that it answers; null where it starts one
 */
public record CommentDraft(
    long id,
    Commenter by,
    @Nullable Anchor anchor,
    @Nullable Long thread,
    String body,
    Instant createdAt) {
  /** The thread that it would start, so that it is placed and shown as one; of no number. */
  static CommentThread asThread(CommentDraft draft, Anchor anchor) {
    Comment comment =
        new Comment(-draft.id, draft.by, draft.body, List.of(), draft.createdAt, null);
    return new CommentThread(
        -draft.id, anchor, draft.createdAt, null, List.of(), List.of(comment), null);
  }
}
