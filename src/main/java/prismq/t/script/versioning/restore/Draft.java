package prismq.t.script.versioning.restore;

import java.util.List;
import prismq.t.script.versioning.conflict.Passage;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * The head's text with something undone in it, as far as the answers so far say how.
 *
 * @param now the head's text
 * @param text the result; passages without an answer are in it as the head has them
 * @param passages the passages that were changed again
 * @param strays what was written for passages that no longer conflict
 */
record Draft(ScriptText now, ScriptText text, List<Passage> passages, List<String> strays) {
  /** Whether every passage is settled. */
  public boolean isSettled() {
    return passages.stream().allMatch(Passage::isSettled);
  }

  /** Whether it equals the head's text. */
  boolean changesNothing() {
    return text.equals(now);
  }
}
