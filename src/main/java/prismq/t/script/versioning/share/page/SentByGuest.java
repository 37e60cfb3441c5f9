package prismq.t.script.versioning.share.page;

import prismq.t.script.versioning.comment.SentGuestComment;
import prismq.t.script.versioning.review.SentGuestVerdict;

/** What a guest typed and could not be saved; one of both at most. */
record SentByGuest(SentGuestComment comment, SentGuestVerdict verdict) {
  /** The status of the answer. */
  int status() {
    return Math.max(comment.status(), verdict.status());
  }
}
