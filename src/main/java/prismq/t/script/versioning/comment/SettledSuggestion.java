package prismq.t.script.versioning.comment;

import prismq.t.script.versioning.conflict.Answers;
import prismq.t.script.versioning.conflict.Passage;
import prismq.t.script.versioning.conflict.SettledMerge;
import prismq.t.script.versioning.core.merge.ThreeWayMerge;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * A suggestion whose words were changed since, in the latest text of a branch, with the answers of
 * whoever decides about it.
 *
 * @param headText the latest text
 * @param settled the text that the suggestion was made on, merged with its words into the latest
 */
record SettledSuggestion(
    Script script, Suggestion suggestion, Version head, ScriptText headText, SettledMerge settled) {
  private static final ThreeWayMerge THREE_WAY_MERGE = new ThreeWayMerge();

  /** With the answers so far, on the head of a branch. */
  static SettledSuggestion of(
      ScriptView view, Suggestion suggestion, String branch, Answers answers) {
    Integer number = view.branch(branch).headVersion();
    if (number == null) {
      throw new InvalidInputException(
          "branch", FilledMessage.of("suggestions.empty_branch", branch));
    }
    Version head = view.version(number);
    ScriptText text = view.content(number);
    ScriptText base = view.content(suggestion.anchor().version());
    SuggestedText theirs = new SuggestedText(base);
    theirs.add(SuggestedEdit.of(suggestion, theirs.exact(), base.lineEnding()));
    ScriptText ours = text.inUtf8();
    SettledMerge merge =
        SettledMerge.of(
            THREE_WAY_MERGE.merge(base.inUtf8(), ours, theirs.text()),
            (id, conflict) -> Passage.of(id, conflict, answers.of(id), ours));
    return new SettledSuggestion(view.script(), suggestion, head, text, merge);
  }

  /** The text as far as it is settled. */
  ScriptText text() {
    return settled.text();
  }

  /** Whether it would leave the latest text as it is. */
  boolean changesNothing() {
    return SuggestedText.exact(text()).equals(SuggestedText.exact(headText));
  }
}
