package prismq.t.script.versioning.core;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import prismq.t.script.versioning.core.text.ScriptText;

/** Makes up texts and edits of them; the same seed always makes the same ones. */
public final class Texts {
  private static final List<String> WORDS =
      List.of(
          "the",
          "night",
          "don’t",
          "well-known",
          "3.5",
          "cafe\u0301",
          "naïve",
          "Ελληνικά",
          "שָׁלוֹם",
          "नमस्ते",
          "가각",
          "東京",
          "ひらがな",
          "ｶﾞｷﾞ",
          "👩‍👩‍👧‍👦",
          "🇩🇪🇫🇷",
          "👍🏽",
          "1️⃣",
          "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
          "—",
          "\"",
          "@@",
          "--- a",
          "+++ b",
          "<script>");

  private static final List<String> ENDINGS = List.of("\n", "\r\n", "\r", "\n\n", "\r\n\r\n");

  private final Random random;

  /** Texts of this seed. */
  public Texts(long seed) {
    this.random = Seeds.random(seed);
  }

  /** The source of chance, for tests that need more of it. */
  public Random random() {
    return random;
  }

  /** One of many kinds of texts of up to a few hundred lines. */
  public ScriptText any() {
    return switch (random.nextInt(9)) {
      case 0 -> ScriptText.of("");
      case 1 -> ScriptText.of("the same line\n".repeat(random.nextInt(200)));
      case 2 ->
          ScriptText.of(random.nextBoolean() ? "\n".repeat(random.nextInt(50)) : "no newline");
      case 3 -> ScriptText.of(twoDistinctLines(random.nextInt(300)));
      case 4 -> ScriptText.of("\uFEFF" + prose(random.nextInt(40)));
      case 5 -> notUtf8();
      case 6 -> ScriptText.of(prose(1).repeat(random.nextInt(4)) + prose(random.nextInt(60)));
      default -> ScriptText.of(prose(random.nextInt(60)));
    };
  }

  /** Lines of all scripts and endings; the last one may lack its own. */
  public String prose(int lines) {
    StringBuilder text = new StringBuilder();
    String usual = ENDINGS.get(random.nextInt(ENDINGS.size()));
    for (int i = 0; i < lines; i++) {
      text.append(line());
      boolean mixed = random.nextInt(5) == 0;
      text.append(mixed ? ENDINGS.get(random.nextInt(ENDINGS.size())) : usual);
    }
    return text + (random.nextBoolean() ? "" : "the end");
  }

  /** A few words with spaces between them. */
  public String line() {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(9); i > 0; i--) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(random.nextInt(9) == 0 ? "" : " ", words);
  }

  /** Two lines in random order. */
  public String twoDistinctLines(int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append(random.nextBoolean() ? "yes\n" : "no\n");
    }
    return text.toString();
  }

  private ScriptText notUtf8() {
    byte[] bytes = new byte[random.nextInt(400)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextInt(6) == 0 ? '\n' : 1 + random.nextInt(255));
    }
    return ScriptText.of(bytes);
  }

  /** The same text with a few of its lines taken out, put in, changed, repeated or moved. */
  public ScriptText edited(ScriptText text) {
    List<String> lines = new ArrayList<>(text.exactLines());
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(lines.size() + 1);
      String line =
          new String((line() + "\n").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      switch (random.nextInt(5)) {
        case 0 -> lines.subList(at, Math.min(lines.size(), at + random.nextInt(5))).clear();
        case 1 ->
            lines.addAll(
                at,
                lines.subList(at, Math.min(lines.size(), at + random.nextInt(5))).stream()
                    .toList());
        case 2 -> Collections.rotate(lines.subList(at, lines.size()), random.nextInt(3));
        case 3 -> {
          if (at < lines.size()) {
            lines.set(at, lines.get(at).replace("the", "a"));
          }
        }
        default -> lines.add(at, line);
      }
    }
    return ScriptText.ofExactLines(lines);
  }
}
