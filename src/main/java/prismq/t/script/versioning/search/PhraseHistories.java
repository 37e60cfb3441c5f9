package prismq.t.script.versioning.search;

import java.util.function.Function;
import prismq.t.script.versioning.core.passage.PassageHistory;
import prismq.t.script.versioning.core.passage.PhraseCounter;
import prismq.t.script.versioning.history.ScriptView;

/** Finds the versions in which a phrase was added or removed. */
public final class PhraseHistories {
  private final Passages passages;

  /** Searches these passages. */
  public PhraseHistories(Passages passages) {
    this.passages = passages;
  }

  /** Reads a script and its phrase histories in one snapshot: {@link Passages#view}. */
  public <T> T view(String scriptId, Function<ScriptView, T> reading) {
    return passages.view(scriptId, reading);
  }

  /**
   * The history of a phrase, which is matched exactly unless it is to be folded.
   *
   * @param fold whether case, accents and kinds of white space are ignored
   * @throws prismq.t.script.versioning.history.NotFoundException where there is no such script
   */
  public PhraseHistory history(String scriptId, String phrase, boolean fold) {
    PassageHistory history = passages.history(scriptId);
    int[] occurrences = PhraseCounter.count(history, phrase, fold);
    int[] changes = new int[occurrences.length];
    for (int version = 1; version < occurrences.length; version++) {
      changes[version] = occurrences[version] - occurrences[history.parent(version)];
    }
    return new PhraseHistory(phrase, fold, occurrences, changes);
  }
}
