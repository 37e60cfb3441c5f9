package prismq.t.script.versioning.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import prismq.t.script.versioning.core.text.ScriptText;

/** Pairs of texts of any size that are hard to compare by word; the same in every run. */
public final class TangledPairs {
  private static final int WORDS_OF_SENTENCE = 13;
  private static final int DISTINCT_WORDS = 5_000;

  /** “He waited at the gate.”, in Hebrew. */
  private static final String RIGHT_TO_LEFT =
      "\u05D4\u05D5\u05D0 \u05D7\u05D9\u05DB\u05D4 \u05DC\u05D9\u05D3 \u05D4\u05E9\u05E2\u05E8 ";

  private TangledPairs() {}

  /** Two texts. */
  public record TangledPair(String name, ScriptText from, ScriptText to) {
    @Override
    public String toString() {
      return name;
    }

    private static TangledPair of(String name, String from, String to) {
      return new TangledPair(name, ScriptText.of(from), ScriptText.of(to));
    }
  }

  /**
   * All of them.
   *
   * @param bytes about how large each text is
   */
  public static List<TangledPair> of(int bytes) {
    List<String> sentences = sentences(bytes);
    String paragraph = String.join(" ", sentences);
    String lines = String.join("\n\n", sentences);
    List<String> shuffled = new ArrayList<>(sentences);
    Collections.shuffle(shuffled, new Random(2));
    return List.of(
        TangledPair.of("one paragraph and a paragraph a sentence", paragraph, lines),
        TangledPair.of(
            "splits where joins were", splitAfter(sentences, 0), splitAfter(sentences, 1)),
        TangledPair.of("every second word changed", paragraph, everySecondChanged(paragraph)),
        TangledPair.of("sentences shuffled", paragraph, String.join(" ", shuffled)),
        TangledPair.of("line endings changed", lines, lines.replace("\n", "\r\n")),
        TangledPair.of(
            "splits, and line endings changed",
            String.join("\n", sentences).replace("\n", "\r\n"),
            lines),
        TangledPair.of(
            "right to left with splits",
            rightToLeft(sentences, " "),
            rightToLeft(sentences, "\n\n")),
        TangledPair.of("few words at random", fewWords(bytes, 3), fewWords(bytes, 4)));
  }

  private static List<String> sentences(int bytes) {
    Random random = new Random(1);
    List<String> sentences = new ArrayList<>();
    for (int length = 0; length < bytes; length += sentences.get(sentences.size() - 1).length()) {
      sentences.add(
          IntStream.range(0, WORDS_OF_SENTENCE)
              .mapToObj(i -> "w" + random.nextInt(DISTINCT_WORDS))
              .collect(Collectors.joining(" ", "", ".")));
    }
    return sentences;
  }

  /** Two sentences a paragraph, from the first or from the second one. */
  private static String splitAfter(List<String> sentences, int odd) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences.size(); i++) {
      text.append(sentences.get(i)).append(i % 2 == odd ? "\n\n" : " ");
    }
    return text.toString();
  }

  private static String everySecondChanged(String paragraph) {
    String[] words = paragraph.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      words[i] = "x" + i % DISTINCT_WORDS;
    }
    return String.join(" ", words);
  }

  private static String rightToLeft(List<String> sentences, String end) {
    return sentences.stream()
        .limit(sentences.size() / 2)
        .map(sentence -> RIGHT_TO_LEFT + sentence.length() + sentence.substring(0, 5) + "." + end)
        .collect(Collectors.joining());
  }

  private static String fewWords(int bytes, long seed) {
    return new Random(seed)
        .ints(bytes / 6, 0, 5)
        .mapToObj(word -> "word" + word)
        .collect(Collectors.joining(" "));
  }
}
