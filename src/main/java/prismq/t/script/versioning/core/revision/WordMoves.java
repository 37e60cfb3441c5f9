package prismq.t.script.versioning.core.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.fountain.FountainType;
import prismq.t.script.versioning.core.fountain.PageItem;
import prismq.t.script.versioning.core.fountain.PageItem.OmittedItem;
import prismq.t.script.versioning.core.fountain.PageItem.PageParagraph;

/** Where the words of a draft went in the next one. */
final class WordMoves {
  /** As far as a page break in what was rewritten moves to the start of a paragraph, in words. */
  private static final int FURTHEST = 40;

  final DraftWords from;
  final DraftWords to;

  /** Of each word of the first its place in the second; −1 where it was removed. */
  final int[] partners;

  private WordMoves(DraftWords from, DraftWords to, int[] partners) {
    this.from = from;
    this.to = to;
    this.partners = partners;
  }

  /**
   * Where they went.
   *
   * @param numbers of the scenes of the second, of which those that are missing are omitted; null
   *     where none are told
   */
  static WordMoves of(
      DraftLayout before,
      SceneNumbers numbersBefore,
      DraftWords plain,
      @Nullable SceneNumbers numbers) {
    DraftWords from = before.words();
    int[] partners = WordPairs.of(from, plain);
    if (numbers == null) {
      return new WordMoves(from, plain, partners);
    }
    Set<String> there = numbers.all();
    Map<String, Integer> omitted = new HashMap<>();
    Map<Integer, List<String>> places = new HashMap<>();
    for (int i = 0; i < from.items.size(); i++) {
      String number = number(from.items.get(i), numbersBefore);
      int word = from.itemStarts[i];
      if (!number.isEmpty()
          && !there.contains(number)
          && omitted.putIfAbsent(number, word) == null) {
        int place = plain.size();
        for (int later = word; later < from.size(); later++) {
          if (partners[later] >= 0) {
            place = partners[later];
            break;
          }
        }
        places.computeIfAbsent(place, key -> new ArrayList<>()).add(number);
      }
    }
    DraftWords to = plain.with(places);
    int[] moved = new int[plain.size()];
    int at = 0;
    Map<String, Integer> marks = new HashMap<>();
    for (int word = 0; word < to.size(); word++) {
      if (to.words.get(word).isOmitted()) {
        marks.put(to.words.get(word).key(), word);
      } else {
        moved[at++] = word;
      }
    }
    int[] all = Arrays.stream(partners).map(partner -> partner < 0 ? -1 : moved[partner]).toArray();
    omitted.forEach(
        (number, word) -> all[word] = marks.getOrDefault(DraftWords.omittedKey(number), -1));
    return new WordMoves(from, to, all);
  }

  private static String number(PageItem item, SceneNumbers numbers) {
    if (item instanceof OmittedItem omitted) {
      return omitted.number();
    }
    return item instanceof PageParagraph paragraph && paragraph.type() == FountainType.HEADING
        ? numbers.at(paragraph.start())
        : "";
  }

  /**
   * Where a page begins that began at a word: what was put before it belongs to the page before.
   */
  int pageStart(int word) {
    int next = word;
    while (next < partners.length && partners[next] < 0) {
      next++;
    }
    int last = word - 1;
    while (last >= 0 && partners[last] < 0) {
      last--;
    }
    int end = next < partners.length ? partners[next] : to.size();
    int start = last < 0 ? 0 : partners[last] + 1;
    int found;
    if (next == word || start > end) {
      found = end;
    } else if (last == word - 1) {
      found = start;
    } else {
      long share = (long) (word - last - 1) * (end - start) / (next - last - 1);
      found = nearestParagraph(start + (int) share, start, end);
    }
    return to.pageStart(found);
  }

  private int nearestParagraph(int word, int start, int end) {
    for (int away = 0; away <= FURTHEST; away++) {
      for (int near : new int[] {word - away, word + away}) {
        if (near >= start && near < end && to.words.get(near).isFirst()) {
          return near;
        }
      }
    }
    return word;
  }
}
