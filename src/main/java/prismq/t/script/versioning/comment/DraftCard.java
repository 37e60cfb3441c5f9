package prismq.t.script.versioning.comment;

import java.util.List;
import prismq.t.script.versioning.web.Urls;

/** A draft as a page shows it to whoever wrote it. */
record DraftCard(String scriptId, ShownVersions shown, CommentDraft draft) {
  /** The card of the draft of a number, which is one of these. */
  static DraftCard of(
      String scriptId, ShownVersions shown, long number, List<CommentDraft> drafts) {
    return new DraftCard(
        scriptId,
        shown,
        drafts.stream().filter(draft -> draft.id() == number).findFirst().orElseThrow());
  }

  public long id() {
    return draft.id();
  }

  public String html() {
    return CommentMarkdown.html(draft.body());
  }

  public String body() {
    return draft.body();
  }

  public String quote() {
    return draft.anchor() == null ? "" : draft.anchor().quote();
  }

  public int shownVersion() {
    return shown.version();
  }

  public int shownFrom() {
    return shown.from();
  }

  /** Where forms about it are sent, to which a word is added. */
  public String actionUrl() {
    return Urls.commentDrafts(scriptId) + "/" + id();
  }
}
