package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Counts the occurrences of a phrase that reach over the end of a passage, in every version. */
final class ReachingOver {
  private static final int[] NOWHERE = {};

  private final PassageHistory history;
  private final String phrase;

  /** Where in the phrase a passage may end, as the index behind it. */
  private final int[] ends;

  /** The passages as they are searched; none where the phrase cannot reach over the end of one. */
  private final List<String> texts = new ArrayList<>();

  /** Of each passage, how much of the phrase may be at its end. */
  private final List<int[]> starts = new ArrayList<>();

  private boolean isAnywhere;

  /**
   * Looks for a phrase.
   *
   * @param end the character that every passage ends with, but for the last one of a text
   */
  ReachingOver(PassageHistory history, String phrase, char end) {
    this.history = history;
    this.phrase = phrase;
    this.ends =
        IntStream.range(1, phrase.length()).filter(i -> phrase.charAt(i - 1) == end).toArray();
  }

  /** Takes the next passage as it is to be searched. */
  void add(String text) {
    if (ends.length == 0) {
      return;
    }
    texts.add(text);
    int[] found =
        IntStream.of(ends)
            .filter(end -> end <= text.length())
            .filter(end -> text.regionMatches(text.length() - end, phrase, 0, end))
            .toArray();
    starts.add(found.length == 0 ? NOWHERE : found);
    isAnywhere |= found.length > 0;
  }

  /**
   * Adds them to what was counted within passages.
   *
   * @param occurrences by version
   * @param counts of each passage
   */
  int[] addTo(int[] occurrences, int[] counts) {
    if (!isAnywhere) {
      return occurrences;
    }
    if (canOverlapItself()) {
      history.forEachSequence(
          (version, parent, sequence, hunks) -> occurrences[version] = countAll(sequence, counts));
      return occurrences;
    }
    int[] reaching = new int[occurrences.length];
    history.forEachSequence(
        (version, parent, sequence, hunks) ->
            reaching[version] =
                reaching[history.parent(version)] + difference(parent, sequence, hunks));
    for (int version = 0; version < reaching.length; version++) {
      occurrences[version] += reaching[version];
    }
    return occurrences;
  }

  /** Whether the phrase ends as it starts: then one occurrence may keep another from counting. */
  private boolean canOverlapItself() {
    return IntStream.range(1, phrase.length())
        .anyMatch(length -> phrase.regionMatches(phrase.length() - length, phrase, 0, length));
  }

  /** How many more a version has than its parent: only those at the hunks may differ. */
  private int difference(int[] parent, int[] sequence, List<PassageHunk> hunks) {
    int difference = 0;
    int from = 0;
    int to = 0;
    for (PassageHunk hunk : hunks) {
      // An occurrence that is as long as this may start before the hunk, but not before the last.
      int before = Math.min(hunk.kept(), ends.length);
      from += hunk.kept();
      to += hunk.kept();
      int fromEnd = from + hunk.removed().length;
      int toEnd = to + hunk.added().length;
      difference += count(sequence, to - before, toEnd) - count(parent, from - before, fromEnd);
      from = fromEnd;
      to = toEnd;
    }
    return difference;
  }

  /** Occurrences that start in some passages and reach over the end of that one. */
  private int count(int[] sequence, int start, int end) {
    int count = 0;
    for (int i = start; i < end; i++) {
      for (int length : starts.get(sequence[i])) {
        if (continuesWith(sequence, i + 1, length)) {
          count++;
        }
      }
    }
    return count;
  }

  /** Whether passages begin with the rest of the phrase. */
  private boolean continuesWith(int[] sequence, int first, int start) {
    int at = start;
    for (int i = first; i < sequence.length; i++) {
      String text = texts.get(sequence[i]);
      int length = Math.min(text.length(), phrase.length() - at);
      if (!text.regionMatches(0, phrase, at, length)) {
        return false;
      }
      at += length;
      if (at == phrase.length()) {
        return true;
      }
    }
    return false;
  }

  /** All occurrences in the text that these passages make, leftmost first. */
  private int countAll(int[] sequence, int[] counts) {
    int count = 0;
    int covered = 0; // Length of the next passage that belongs to an occurrence from before.
    for (int i = 0; i < sequence.length; i++) {
      int[] found = starts.get(sequence[i]);
      if (covered == 0 && !continuesAny(sequence, i + 1, found)) {
        count += counts[sequence[i]];
        continue;
      }
      String text = texts.get(sequence[i]);
      String window = found.length == 0 ? text : window(sequence, i);
      int at = window.indexOf(phrase, covered);
      while (at >= 0 && at < text.length()) {
        count++;
        covered = at + phrase.length();
        at = window.indexOf(phrase, covered);
      }
      covered = Math.max(0, covered - text.length());
    }
    return count;
  }

  private boolean continuesAny(int[] sequence, int first, int[] found) {
    for (int length : found) {
      if (continuesWith(sequence, first, length)) {
        return true;
      }
    }
    return false;
  }

  /** A passage and as much after it as the phrase may reach to. */
  private String window(int[] sequence, int first) {
    StringBuilder window = new StringBuilder(texts.get(sequence[first]));
    int enough = window.length() + phrase.length() - 1;
    for (int i = first + 1; i < sequence.length && window.length() < enough; i++) {
      window.append(texts.get(sequence[i]));
    }
    return window.toString();
  }
}
