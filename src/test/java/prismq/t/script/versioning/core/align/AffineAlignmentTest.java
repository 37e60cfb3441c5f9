package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;

class AffineAlignmentTest {
  private static final String[] WORDS = {"lamp", "keeper", "the", "boat", ",", ".", "\n", "- "};

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int size = 1 + random.nextInt(6);
    for (int i = 0; i < size; i++) {
      String word = WORDS[random.nextInt(WORDS.length)];
      text.append(Character.isLetter(word.charAt(0)) && i > 0 ? " " : "").append(word);
    }
    return text.toString();
  }

  private static int worth(SequencePair pair, int token) {
    return switch (pair.left().type(token)) {
      case WORD -> pair.isHeavy(token) ? 200 : 150;
      case SIGN, SENTENCE_END -> 20;
      case LINE_BREAK, PARAGRAPH_BREAK -> 15;
      case LIST_MARK -> 10;
    };
  }

  private static int opening(TokenSequence tokens, int token, int price) {
    return switch (tokens.type(token)) {
      case WORD -> price;
      case SIGN, SENTENCE_END -> price * 40 / 100;
      case LINE_BREAK, PARAGRAPH_BREAK, LIST_MARK -> price * 5 / 100;
    };
  }

  /** What an alignment is worth: what it keeps, less what opening its stretches costs. */
  private static int worth(SequencePair pair, int[] kept, int price) {
    int worth = 0;
    int leftAt = 0;
    int rightAt = 0;
    for (int i = 0; i <= kept.length; i++) {
      if (i < kept.length && kept[i] < 0) {
        continue;
      }
      int rightEnd = i == kept.length ? pair.b().length : kept[i];
      worth -= leftAt < i ? opening(pair.left(), leftAt, price) : 0;
      worth -= rightAt < rightEnd ? opening(pair.right(), rightAt, price) : 0;
      worth += i < kept.length ? worth(pair, i) : 0;
      leftAt = i + 1;
      rightAt = rightEnd + 1;
    }
    return worth;
  }

  /** The most that any alignment is worth, by trying all. */
  private static int most(SequencePair pair, int[] kept, int at, int rightAt, int price) {
    if (at == kept.length) {
      return worth(pair, kept, price);
    }
    kept[at] = -1;
    int most = most(pair, kept, at + 1, rightAt, price);
    for (int j = rightAt; j < pair.b().length; j++) {
      if (pair.b()[j] == pair.a()[at]) {
        kept[at] = j;
        most = Math.max(most, most(pair, kept, at + 1, j + 1, price));
      }
    }
    kept[at] = -1;
    return most;
  }

  @Test
  void noOtherAlignmentIsWorthMore() {
    Cases.each(
        71,
        2_000,
        random -> {
          SequencePair pair = Sequences.pair(text(random), text(random));
          int price = 20 + random.nextInt(200);
          int[] kept = new AffineAlignment(pair, Sequences.whole(pair)).kept(price);
          int rightAt = 0;
          for (int i = 0; i < kept.length; i++) {
            if (kept[i] >= 0) {
              assertThat(kept[i]).isGreaterThanOrEqualTo(rightAt);
              assertThat(pair.b()[kept[i]]).isEqualTo(pair.a()[i]);
              rightAt = kept[i] + 1;
            }
          }
          assertThat(worth(pair, kept, price))
              .isEqualTo(most(pair, new int[kept.length], 0, 0, price));
        });
  }

  @Test
  void aLightWordAloneIsNotWorthDividingAReplacement() {
    SequencePair pair = Sequences.pair("somebody left the door", "nobody took the boat");
    assertThat(Sequences.kept(pair, new AffineAlignment(pair, Sequences.whole(pair)).kept(120)))
        .isEmpty();
    assertThat(Sequences.kept(pair, new AffineAlignment(pair, Sequences.whole(pair)).kept(20)))
        .isEqualTo("the");
  }
}
