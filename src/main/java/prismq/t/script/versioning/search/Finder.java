package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.text.CharacterRange;
import prismq.t.script.versioning.core.text.Terms;

/** Finds phrases in texts. Only makes the terms of a text that may be part of one. */
final class Finder {
  /** As many places of single terms are enough for any text that somebody reads. */
  private static final int MAX_PLACES = 100_000;

  private static final int NO_TERM = -1;

  private final List<Phrase> phrases;
  private final List<int[]> numbers = new ArrayList<>();

  /** The terms of all phrases with numbers of their own; a prefix has another one than a term. */
  private final Map<String, Integer> numberOfTerm = new HashMap<>();

  private final Map<String, Integer> numberOfPrefix = new HashMap<>();

  /** Which ASCII characters a term begins with that may be part of a phrase. */
  private final boolean[] beginnings = new boolean[128];

  Finder(List<Phrase> phrases) {
    this.phrases = phrases;
    for (Phrase phrase : phrases) {
      int last = phrase.terms().size() - 1;
      int[] ofPhrase = new int[last + 1];
      for (int i = 0; i <= last; i++) {
        String term = phrase.terms().get(i);
        Map<String, Integer> known = i == last && phrase.prefix() ? numberOfPrefix : numberOfTerm;
        ofPhrase[i] = known.computeIfAbsent(term, t -> numberOfTerm.size() + numberOfPrefix.size());
        if (term.charAt(0) < 128) {
          beginnings[term.charAt(0)] = true;
        }
      }
      numbers.add(ofPhrase);
    }
  }

  /**
   * What a text has of the phrases.
   *
   * @param terms number of all terms of the text
   * @param byPhrase the places of each phrase in order; they may overlap
   * @param wholeWords how often each phrase that may go on does not
   */
  record Look(int terms, List<List<CharacterRange>> byPhrase, int[] wholeWords) {
    /** Whether any phrase is there. */
    boolean hasAny() {
      return byPhrase.stream().anyMatch(hits -> !hits.isEmpty());
    }

    /** The places of all phrases in order, joined where they overlap. */
    List<CharacterRange> hits() {
      List<CharacterRange> joined = new ArrayList<>();
      byPhrase.stream()
          .flatMap(List::stream)
          .sorted(Comparator.comparingInt(CharacterRange::start))
          .forEach(hit -> add(joined, hit));
      return joined;
    }

    private static void add(List<CharacterRange> joined, CharacterRange hit) {
      int last = joined.size() - 1;
      if (last >= 0 && hit.start() < joined.get(last).end()) {
        CharacterRange before = joined.get(last);
        joined.set(last, before.span(hit));
      } else {
        joined.add(hit);
      }
    }
  }

  /** Looks through a text. */
  Look in(CharSequence text) {
    TermPlaces places = new TermPlaces();
    Terms.Walk walk = new Terms.Walk(text);
    int terms = 0;
    while (walk.next()) {
      char first = walk.first();
      if ((first >= 128 || beginnings[first]) && places.size < MAX_PLACES) {
        add(places, terms, walk.term());
      }
      terms++;
    }
    List<List<CharacterRange>> byPhrase = new ArrayList<>();
    int[] wholeWords = new int[phrases.size()];
    for (int i = 0; i < phrases.size(); i++) {
      byPhrase.add(places.hits(numbers.get(i)));
      wholeWords[i] = places.wholeWords(numbers.get(i));
    }
    return new Look(terms, byPhrase, wholeWords);
  }

  private void add(TermPlaces places, int index, Terms.Term term) {
    Integer number = numberOfTerm.get(term.folded());
    if (number != null) {
      places.add(index, number, term);
    }
    numberOfPrefix.forEach(
        (prefix, ofPrefix) -> {
          if (term.folded().startsWith(prefix)) {
            places.add(index, ofPrefix, term);
            places.countWhole(ofPrefix, term.folded().length() == prefix.length());
          }
        });
  }

  /** The phrases that are looked for. */
  List<Phrase> phrases() {
    return phrases;
  }

  /** Where single terms stand; several entries where a term is one in several ways. */
  private static final class TermPlaces {
    private int[] indexes = new int[16];
    private int[] numbers = new int[16];
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private final Map<Integer, Integer> whole = new HashMap<>(2);
    private int size;

    void add(int index, int number, Terms.Term term) {
      if (size == indexes.length) {
        indexes = Arrays.copyOf(indexes, 2 * size);
        numbers = Arrays.copyOf(numbers, 2 * size);
        starts = Arrays.copyOf(starts, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
      }
      indexes[size] = index;
      numbers[size] = number;
      starts[size] = term.range().start();
      ends[size++] = term.range().end();
    }

    void countWhole(int prefix, boolean isWhole) {
      if (isWhole) {
        whole.merge(prefix, 1, Integer::sum);
      }
    }

    /** How often the last word of a phrase is written to its end; 0 where it cannot go on. */
    int wholeWords(int[] phrase) {
      return whole.getOrDefault(phrase[phrase.length - 1], 0);
    }

    List<CharacterRange> hits(int[] phrase) {
      List<CharacterRange> hits = new ArrayList<>();
      for (int first = 0; first < size; first++) {
        if (numbers[first] != phrase[0]) {
          continue;
        }
        int at = first;
        for (int i = 1; i < phrase.length && at != NO_TERM; i++) {
          at = next(at, phrase[i]);
        }
        if (at != NO_TERM) {
          hits.add(new CharacterRange(starts[first], ends[at]));
        }
      }
      return hits;
    }

    /** The entry with this number of the term that follows. */
    private int next(int at, int number) {
      int wanted = indexes[at] + 1;
      for (int i = at + 1; i < size && indexes[i] <= wanted; i++) {
        if (indexes[i] == wanted && numbers[i] == number) {
          return i;
        }
      }
      return NO_TERM;
    }
  }
}
