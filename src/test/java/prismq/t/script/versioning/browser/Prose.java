package prismq.t.script.versioning.browser;

import java.util.Random;

/** Text of the length and the oddities that real scripts have. */
final class Prose {
  /** A word of 300 characters. */
  static final String ENDLESS_WORD =
      "Donaudampfschifffahrtsgesellschaft".repeat(9).substring(0, 300);

  private static final String[] WORDS =
      ("the bridge hums at night and nobody in the village knows why although the old keeper says it"
              + " remembers every train that crossed it before the river moved away from the mill")
          .split(" ", -1);

  private Prose() {}

  /** A paragraph of so many words; the same seed gives the same words. */
  static String paragraph(int words, int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("Once");
    for (int i = 1; i < words; i++) {
      text.append(i % 17 == 0 ? ", " : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.append('.').toString();
  }

  /** Paragraphs of 300 words; an edition other than 0 has words changed, gone and come. */
  static String story(int paragraphs, int edition) {
    StringBuilder text = new StringBuilder("# The Bridge\n\n");
    for (int i = 0; i < paragraphs; i++) {
      String paragraph = paragraph(300, i);
      if (edition > 0 && i % 2 == 0) {
        paragraph = paragraph.replace("village", "town " + edition).replace("keeper ", "");
      }
      if (edition > 0 && i == 1) {
        text.append("A paragraph that came with edition ").append(edition).append(".\n\n");
      }
      text.append(paragraph).append("\n\n");
    }
    return text.append(ENDLESS_WORD).append(edition).append('\n').toString();
  }
}
