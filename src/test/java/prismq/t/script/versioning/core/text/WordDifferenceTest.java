package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Seeds;

class WordDifferenceTest {
  private static final String[] PIECES = {
    "\n", "\n", "\r\n", "\r", " ", "word", "don't", "-", ".", "'", "\u0301", "\u200D", "\u00AD",
    "\u0600", "日本", "คำไทย", "🎬", "🇩🇪", "\uFEFF", "1", "é", "\uFF9E"
  };

  private static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  @Test
  void theWordsOfAnEditedTextAreThoseCountedInTheWhole() {
    Random random = Seeds.random(17);
    for (int round = 0; round < 20_000; round++) {
      String start = text(random, random.nextInt(12));
      String end = text(random, random.nextInt(12));
      String before = start + text(random, random.nextInt(4)) + end;
      String after = start + text(random, random.nextInt(4)) + end;
      assertThat(WordDifference.count(before, Words.count(before), after))
          .as("%s to %s", before, after)
          .isEqualTo(Words.count(after));
    }
  }

  @Test
  void aTextKnowsItsWordsFromAnother() {
    for (String after :
        new String[] {"", "One two.\nThree.", "One.\nTwo three.\nFour.", "One.\n"}) {
      ScriptText text = ScriptText.of(after);
      text.countWordsFrom(ScriptText.of("One.\nTwo.\nFour."));
      assertThat(text.wordCount()).isEqualTo(Words.count(after));
    }
  }
}
