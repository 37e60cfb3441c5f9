package prismq.t.script.versioning.core.align;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.Folding;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * Finds the words of replaced stretches that stand in the replacements too, in the same order,
 * whether or not they are spelled with other capitals or with accents put together otherwise.
 */
public final class RetainedWords {
  private static final long MAX_STEPS = 2_000_000;

  /** Shorter lines may be equal by chance. */
  private static final int MIN_LINE_LENGTH = 5;

  /** Stands for several lines of the same words. */
  private static final ByteRange SEVERAL = new ByteRange(0, 0);

  private final String from;
  private final String to;
  private final WorkBudget budget = new WorkBudget(MAX_STEPS);

  /** Compares stretches of these exact texts; all of them share one budget of steps. */
  public RetainedWords(String from, String to) {
    this.from = from;
    this.to = to;
  }

  /**
   * A word on both sides.
   *
   * @param from where it stands on the left side
   * @param to where it stands on the right side; it may be longer or shorter there
   */
  public record RetainedWord(ByteRange from, ByteRange to) {}

  /**
   * The words of a stretch that its replacement has, in the order of both.
   *
   * @param withShort whether words of so few letters count that they tell nothing
   */
  public List<RetainedWord> of(ByteRange removed, ByteRange added, boolean withShort) {
    List<ByteRange> left = words(from, removed, withShort);
    List<ByteRange> right = words(to, added, withShort);
    TokenNumbers numbers = new TokenNumbers();
    int[] a = numbers(numbers, from, left);
    int[] b = numbers(numbers, to, right);
    int[] partners = new int[a.length];
    Arrays.fill(partners, -1);
    new ShortestAlignment(a, b, numbers.kinds(), partners, budget).align(0, a.length, 0, b.length);
    List<RetainedWord> matches = new ArrayList<>();
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] >= 0) {
        matches.add(new RetainedWord(left.get(i), right.get(partners[i])));
      }
    }
    return matches;
  }

  /**
   * Adds the words of removed lines that stand in an added line too, which has no others; both
   * lines must be the only ones of those words.
   *
   * @param removed where the lines stand on the left side
   * @param added where the lines stand on the right side
   */
  public List<RetainedWord> ofLines(List<ByteRange> removed, List<ByteRange> added) {
    Map<String, ByteRange> left = byWords(from, removed);
    Map<String, ByteRange> right = byWords(to, added);
    List<RetainedWord> matches = new ArrayList<>();
    left.forEach(
        (words, line) -> {
          ByteRange other = right.get(words);
          if (!line.equals(SEVERAL) && other != null && !other.equals(SEVERAL)) {
            matches.addAll(of(line, other, true));
          }
        });
    return matches;
  }

  /** Lines by their words, as they are compared. */
  private static Map<String, ByteRange> byWords(String exact, List<ByteRange> lines) {
    Map<String, ByteRange> byWords = new LinkedHashMap<>();
    for (ByteRange line : lines) {
      String words =
          words(exact, line, true).stream()
              .map(word -> folded(exact, word))
              .collect(Collectors.joining(" "));
      if (words.length() >= MIN_LINE_LENGTH) {
        byWords.merge(words, line, (first, second) -> SEVERAL);
      }
    }
    return byWords;
  }

  private static List<ByteRange> words(String exact, ByteRange stretch, boolean withShort) {
    TokenCutter cutter = new TokenCutter(exact, new TokenNumbers());
    cutter.add(0, stretch.start(), stretch.end());
    TokenSequence tokens = cutter.tokens();
    List<ByteRange> words = new ArrayList<>();
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.isWord(token) && (withShort || !tokens.isShort(token))) {
        words.add(new ByteRange(tokens.start(token), tokens.end(token)));
      }
    }
    return words;
  }

  private static int[] numbers(TokenNumbers numbers, String exact, List<ByteRange> words) {
    int[] numbered = new int[words.size()];
    for (int i = 0; i < numbered.length; i++) {
      String folded = folded(exact, words.get(i));
      numbered[i] = numbers.number(Pieces.fingerprint(folded, 0, folded.length()));
    }
    return numbered;
  }

  private static String folded(String exact, ByteRange word) {
    byte[] bytes = word.in(exact).getBytes(StandardCharsets.ISO_8859_1);
    return Folding.asWord(new String(bytes, StandardCharsets.UTF_8)).toLowerCase(Locale.ROOT);
  }
}
