package prismq.t.script.versioning.history;

/** What becomes of a text that may have been written on a version that is no longer the head. */
public sealed interface SaveOutcome {
  /** It was saved, as it was or merged. */
  record SavedMerged(SavedOnce saved) implements SaveOutcome {}

  /** Nothing was saved: somebody has to say what is to stand where both sides changed the same. */
  record AskedFirst(Rebase rebase) implements SaveOutcome {}
}
