package prismq.t.script.versioning.draft;

import org.jspecify.annotations.Nullable;

/**
 * A draft as scripts in pages read it, with the names of the fields of the form.
 *
 * @param time when it was kept, in milliseconds since 1970
 * @param saveOn whether it is to be saved on its branch or on a new one
 */
record SentDraft(
    String key,
    long revision,
    long time,
    String content,
    String changeDescription,
    int baseVersion,
    @Nullable Integer filledFrom,
    String title,
    String scriptId,
    String alternate,
    String saveOn) {
  static SentDraft of(StoredDraft draft) {
    DraftFields fields = draft.fields();
    @Nullable String newBranch = fields.newBranch();
    return new SentDraft(
        draft.pageKey(),
        draft.revision(),
        draft.savedAt().toEpochMilli(),
        fields.content(),
        fields.changeDescription(),
        fields.baseVersion(),
        fields.filledFrom(),
        fields.title(),
        fields.typedId(),
        newBranch == null ? "" : newBranch,
        newBranch == null ? "branch" : "alternate");
  }
}
