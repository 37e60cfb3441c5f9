package prismq.t.script.versioning.core.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.align.LongestIncreasing;

/**
 * Finds the words of a draft that are still there in the next one, in order: first what is unique
 * on both sides, paragraphs before words, then between those as many as can be.
 */
final class WordPairs {
  /** More is not looked into between what is unique; all of it counts as rewritten. */
  private static final long MOST_CELLS = 4_000_000;

  private static final int DEEPEST = 60;

  private final int[] left;
  private final int[] right;
  private final int[] partners;

  private WordPairs(int[] left, int[] right) {
    this.left = left;
    this.right = right;
    this.partners = new int[left.length];
    Arrays.fill(partners, -1);
  }

  /** For each word of the first its place in the second; −1 where it is not there any longer. */
  static int[] of(DraftWords from, DraftWords to) {
    Map<String, Integer> numbers = new HashMap<>();
    WordPairs words = new WordPairs(numbers(from, numbers), numbers(to, numbers));
    Map<String, Integer> paragraphs = new HashMap<>();
    List<int[]> leftParagraphs = paragraphs(from, paragraphs);
    List<int[]> rightParagraphs = paragraphs(to, paragraphs);
    WordPairs whole = new WordPairs(kinds(leftParagraphs), kinds(rightParagraphs));
    whole.align(0, leftParagraphs.size(), 0, rightParagraphs.size(), 0);
    int i = 0;
    int j = 0;
    for (int p = 0; p <= whole.partners.length; p++) {
      boolean isEnd = p == whole.partners.length;
      if (!isEnd && whole.partners[p] < 0) {
        continue;
      }
      int[] kept = isEnd ? new int[] {0, from.size(), from.size()} : leftParagraphs.get(p);
      int rightStart = isEnd ? to.size() : rightParagraphs.get(whole.partners[p])[1];
      words.align(i, kept[1], j, rightStart, 0);
      for (int word = kept[1]; word < kept[2]; word++) {
        words.partners[word] = rightStart + word - kept[1];
      }
      i = kept[2];
      j = rightStart + kept[2] - kept[1];
    }
    return words.partners;
  }

  private static int[] numbers(DraftWords draft, Map<String, Integer> numbers) {
    int[] found = new int[draft.size()];
    for (int i = 0; i < found.length; i++) {
      Integer next = numbers.size();
      Integer known = numbers.putIfAbsent(draft.words.get(i).key(), next);
      found[i] = known == null ? next : known;
    }
    return found;
  }

  /** The kind, first word and end of each paragraph or line of a speech. */
  private static List<int[]> paragraphs(DraftWords draft, Map<String, Integer> kinds) {
    List<int[]> found = new ArrayList<>();
    int start = 0;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= draft.size(); i++) {
      if (i > start && (i == draft.size() || draft.words.get(i).isFirst())) {
        Integer next = kinds.size();
        Integer known = kinds.putIfAbsent(text.toString(), next);
        found.add(new int[] {known == null ? next : known, start, i});
        text.setLength(0);
        start = i;
      }
      if (i < draft.size()) {
        text.append(draft.words.get(i).key()).append('\n');
      }
    }
    return found;
  }

  private static int[] kinds(List<int[]> paragraphs) {
    return paragraphs.stream().mapToInt(paragraph -> paragraph[0]).toArray();
  }

  private void align(int leftStart, int leftEnd, int rightStart, int rightEnd, int depth) {
    int i = leftStart;
    int j = rightStart;
    while (i < leftEnd && j < rightEnd && left[i] == right[j]) {
      partners[i++] = j++;
    }
    int iEnd = leftEnd;
    int jEnd = rightEnd;
    while (iEnd > i && jEnd > j && left[iEnd - 1] == right[jEnd - 1]) {
      partners[--iEnd] = --jEnd;
    }
    if (i == iEnd || j == jEnd) {
      return;
    }
    List<int[]> anchors = depth < DEEPEST ? unique(i, iEnd, j, jEnd) : List.of();
    if (anchors.isEmpty()) {
      mostCommon(i, iEnd, j, jEnd);
      return;
    }
    for (int[] anchor : anchors) {
      align(i, anchor[1], j, anchor[0], depth + 1);
      partners[anchor[1]] = anchor[0];
      i = anchor[1] + 1;
      j = anchor[0] + 1;
    }
    align(i, iEnd, j, jEnd, depth + 1);
  }

  /** What is there once on either side, as places on the right and left. */
  private List<int[]> unique(int leftStart, int leftEnd, int rightStart, int rightEnd) {
    Map<Integer, int[]> places = new HashMap<>();
    for (int i = leftStart; i < leftEnd; i++) {
      int[] place = places.computeIfAbsent(left[i], key -> new int[] {0, 0, 0, 0});
      place[0]++;
      place[1] = i;
    }
    for (int j = rightStart; j < rightEnd; j++) {
      int[] place = places.get(right[j]);
      if (place != null) {
        place[2]++;
        place[3] = j;
      }
    }
    List<int[]> pairs = new ArrayList<>();
    for (int i = leftStart; i < leftEnd; i++) {
      int[] place = places.get(left[i]);
      if (place != null && place[0] == 1 && place[2] == 1) {
        pairs.add(new int[] {place[3], i});
      }
    }
    return LongestIncreasing.of(pairs);
  }

  /** The longest common subsequence. */
  private void mostCommon(int leftStart, int leftEnd, int rightStart, int rightEnd) {
    int rows = leftEnd - leftStart;
    int columns = rightEnd - rightStart;
    if ((long) rows * columns > MOST_CELLS) {
      return;
    }
    int[][] lengths = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        lengths[i][j] =
            left[leftStart + i] == right[rightStart + j]
                ? lengths[i + 1][j + 1] + 1
                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      if (left[leftStart + i] == right[rightStart + j]) {
        partners[leftStart + i++] = rightStart + j++;
      } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }
}
