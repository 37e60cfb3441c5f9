package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import prismq.t.script.versioning.core.passage.PassageHistory;
import prismq.t.script.versioning.core.passage.PhraseCounter;
import prismq.t.script.versioning.core.passage.PhraseMatch;

/**
 * How often a phrase occurs in each version of a script.
 *
 * @param phrase as it was asked for
 * @param occurrences by version number, counted without overlap, leftmost first; index 0 is unused;
 *     0 where a version cannot be read
 * @param changes the same, minus those of the version's first parent; all of them where there is
 *     none
 */
public record PhraseHistory(String phrase, PhraseMatch match, int[] occurrences, int[] changes) {
  /** Counts a phrase in all versions of a script. */
  public static PhraseHistory of(PassageHistory history, String phrase, PhraseMatch match) {
    int[] occurrences = PhraseCounter.count(history, phrase, match);
    int[] changes = new int[occurrences.length];
    for (int version = 1; version < occurrences.length; version++) {
      changes[version] = occurrences[version] - occurrences[history.parent(version)];
    }
    return new PhraseHistory(phrase, match, occurrences, changes);
  }

  /** Whether case, accents and kinds of white space were ignored. */
  public boolean isFolded() {
    return match == PhraseMatch.FOLDED;
  }

  /** Whether any version has the phrase. */
  public boolean isFound() {
    return !changedVersions().isEmpty();
  }

  /** The versions in which the number of occurrences changed, oldest first. */
  public List<Integer> changedVersions() {
    List<Integer> changed = new ArrayList<>();
    for (int version = 1; version < changes.length; version++) {
      if (changes[version] != 0) {
        changed.add(version);
      }
    }
    return changed;
  }

  /** The same as a set. */
  public BitSet changedSet() {
    BitSet changed = new BitSet(changes.length);
    changedVersions().forEach(changed::set);
    return changed;
  }
}
