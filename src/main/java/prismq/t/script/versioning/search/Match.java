package prismq.t.script.versioning.search;

import java.util.List;
import prismq.t.script.versioning.search.index.RowId;

/**
 * Something in a script that matches a search.
 *
 * @param number of the version whose note fits; 0 for others
 * @param passages numbers of the passages that fit, which only differ in the white space around
 *     them; empty for a note and for the title
 * @param rank higher is better; 0 if nothing but conditions was asked for
 */
record Match(int number, List<Integer> passages, double rank) {
  static Match ofNote(RowId row, double rank) {
    return new Match(row.number(), List.of(), rank);
  }

  boolean isPassage() {
    return !passages.isEmpty();
  }

  boolean isTitle() {
    return passages.isEmpty() && number == 0;
  }
}
