package prismq.t.script.versioning.search;

import java.util.Optional;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.search.index.PassageIndex;

/** Finds the word of the index that was meant by one that is in no text. */
final class Spelling {
  /** Shorter words are one letter away from too many others. */
  private static final int SHORTEST = 3;

  /** Of longer words the beginning may be misspelt as well, while they are typed. */
  private static final int SHORTEST_BEGINNING = 5;

  private final PassageIndex index;
  private final Deadline deadline;

  Spelling(PassageIndex index, Deadline deadline) {
    this.index = index;
    this.deadline = deadline;
  }

  /** The commonest word within one edit; of none, the commonest that begins so within one edit. */
  Optional<String> of(String term) {
    int length = term.codePointCount(0, term.length());
    if (length < SHORTEST) {
      return Optional.empty();
    }
    Optional<String> word =
        index.commonest(length - 1, length + 1, other -> isNear(term, other), deadline);
    return word.isPresent() || length < SHORTEST_BEGINNING
        ? word
        : index.commonest(
            length + 1, Integer.MAX_VALUE, other -> beginsNear(term, other), deadline);
  }

  private static boolean beginsNear(String term, String other) {
    int length = term.length();
    for (int end = length - 1; end <= Math.min(length + 1, other.length()); end++) {
      if (isNear(term, other.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether one becomes the other by one letter more, one less, another one in its place, or two
   * neighbours swapped.
   */
  static boolean isNear(String one, String other) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    if (Math.abs(a.length - b.length) > 1) {
      return false;
    }
    int start = 0;
    while (start < Math.min(a.length, b.length) && a[start] == b[start]) {
      start++;
    }
    int end = 0;
    while (end < Math.min(a.length, b.length) - start
        && a[a.length - 1 - end] == b[b.length - 1 - end]) {
      end++;
    }
    int left = a.length - start - end;
    int right = b.length - start - end;
    boolean swapped =
        left == 2 && right == 2 && a[start] == b[start + 1] && a[start + 1] == b[start];
    return swapped || (left <= 1 && right <= 1);
  }
}
