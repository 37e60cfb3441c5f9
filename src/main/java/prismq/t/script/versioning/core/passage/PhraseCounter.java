package prismq.t.script.versioning.core.passage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import prismq.t.script.versioning.core.text.Folding;

/**
 * Counts a phrase in every version of a script: without overlap, leftmost first, over the whole
 * text. What lies within passages is counted once for each distinct passage; only a phrase that may
 * reach over the end of one is looked for in the versions that hold such a passage.
 */
public final class PhraseCounter {
  private final String phrase;
  private final boolean fold;

  /** Occurrences within each passage. */
  private final int[] counts;

  /** The passages at whose end the phrase may start; no other is in it. */
  private final boolean[] reachOver;

  /** The passages as they are searched, where the phrase may reach over the end of one. */
  private final List<String> texts = new ArrayList<>();

  /** Where in the phrase a passage may end, as the index behind it. */
  private final int[] ends;

  private boolean reachesOver;

  private PhraseCounter(PassageHistory history, String phrase, boolean fold) {
    this.phrase = phrase;
    this.fold = fold;
    this.counts = new int[history.passageCount()];
    this.reachOver = new boolean[history.passageCount()];
    char end = fold ? ' ' : '\n';
    this.ends =
        IntStream.range(1, phrase.length()).filter(i -> phrase.charAt(i - 1) == end).toArray();
  }

  /**
   * How often a phrase occurs in each version.
   *
   * @param phrase taken exactly, byte for byte, unless it is to be folded
   * @param fold whether case, accents and kinds of white space are set aside, as {@link
   *     Folding#foldSpaces} does
   * @return by version number; 0 where a version cannot be read
   */
  public static int[] count(PassageHistory history, String phrase, boolean fold) {
    String searched =
        fold
            ? Folding.foldSpaces(phrase).strip()
            : new String(phrase.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    if (searched.isEmpty()) {
      return new int[history.latest() + 1];
    }
    PhraseCounter counter = new PhraseCounter(history, searched, fold);
    PassageTexts.forEach(history, counter::add);
    int[] occurrences = history.sums(counter.counts);
    if (counter.reachesOver) {
      history.forEachSequence(
          (version, sequence) -> occurrences[version] = counter.count(sequence));
    }
    return occurrences;
  }

  private void add(int passage, String exact) {
    String text = fold ? Folding.foldSpaces(decoded(exact)) : exact;
    counts[passage] = count(text, 0);
    if (ends.length > 0) {
      texts.add(text);
      for (int end : ends) {
        if (text.length() >= end && text.regionMatches(text.length() - end, phrase, 0, end)) {
          reachOver[passage] = true;
          reachesOver = true;
        }
      }
    }
  }

  private static String decoded(String exact) {
    return new String(exact.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Occurrences in a text from a position on. */
  private int count(String text, int start) {
    int count = 0;
    for (int at = text.indexOf(phrase, start); at >= 0; ) {
      count++;
      at = text.indexOf(phrase, at + phrase.length());
    }
    return count;
  }

  /** Occurrences in the text that these passages make. */
  private int count(int[] sequence) {
    int count = 0;
    int taken = 0; // How much of the next passage an occurrence has that started before it.
    for (int i = 0; i < sequence.length; i++) {
      int passage = sequence[i];
      String text = texts.get(passage);
      if (taken == 0 && !reachOver[passage]) {
        count += counts[passage];
        continue;
      }
      String window = reachOver[passage] ? window(sequence, i) : text;
      int at = window.indexOf(phrase, taken);
      while (at >= 0 && at < text.length()) {
        count++;
        taken = at + phrase.length();
        at = window.indexOf(phrase, taken);
      }
      taken = Math.max(0, taken - text.length());
    }
    return count;
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
