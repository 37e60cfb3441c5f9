package prismq.t.script.versioning.draft;

/** What became of a draft that a page sent. */
public sealed interface DraftOutcome {
  /** It is kept, or a later one of the same page is. */
  record DraftKept() implements DraftOutcome {}

  /** It is not kept: another page wrote one that this page has not seen. */
  record OtherDraft(StoredDraft draft) implements DraftOutcome {}

  /** It is not kept: the person has as many as one may have. */
  record TooManyDrafts() implements DraftOutcome {}
}
