package prismq.t.script.versioning.edit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import prismq.t.script.versioning.conflict.Passage;
import prismq.t.script.versioning.conflict.SettledMerge;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Rebase;

/**
 * A text that others saved before, with the answers to what both changed.
 *
 * @param strays what was written for passages that are no longer in question
 */
record Race(Rebase rebase, RaceForm form, SettledMerge settled, List<String> strays) {
  static Race of(Rebase rebase, RaceForm form) {
    SettledMerge settled =
        SettledMerge.of(
            rebase.merge(),
            (id, conflict) -> Passage.of(id, conflict, form.answers().of(id), rebase.headText()));
    Set<String> ids = settled.passages().stream().map(Passage::id).collect(Collectors.toSet());
    return new Race(rebase, form, settled, form.answers().writtenElsewhere(ids));
  }

  /** The text to be saved; empty where somebody is to be asked or told first. */
  Optional<ScriptText> text() {
    boolean isReady = settled.isSettled() && !hasNewStrays() && !(isInHead() && !form.agreed());
    return isReady ? Optional.of(settled.text()) : Optional.empty();
  }

  /** Whether something written has no place any more that was not shown as such before. */
  private boolean hasNewStrays() {
    return strays.size() > form.answers().kept().size();
  }

  /** Whether the head has all of it already. */
  boolean isInHead() {
    return settled.isSettled() && settled.text().equals(rebase.headText());
  }

  /** Whether somebody saved again since it was asked about. */
  boolean isNewer() {
    Integer seen = form.seenHead();
    return seen == null || seen != rebase.head().versionNumber();
  }
}
