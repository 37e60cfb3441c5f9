package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prismq.t.script.versioning.core.Cases;

class TokenSliderTest {
  private static final String[] WORDS = {"lamp", "boat", "the", ",", ".", "\n"};

  private static int[] reversed(int[] toRight, int size) {
    int[] toLeft = Sequences.kept(size);
    for (int i = 0; i < toRight.length; i++) {
      if (toRight[i] >= 0) {
        toLeft[toRight[i]] = i;
      }
    }
    return toLeft;
  }

  /** The stretch that the longer of two texts has more, found at the first place it could be. */
  private static String slid(String shorter, String longer, boolean isRemoved) {
    SequencePair pair =
        isRemoved
            ? Sequences.pair(lines(longer), lines(shorter))
            : Sequences.pair(lines(shorter), lines(longer));
    int more = Math.abs(pair.b().length - pair.a().length);
    int[] fromShorter = new int[Math.min(pair.a().length, pair.b().length)];
    int same = 0;
    while (same < fromShorter.length && pair.a()[same] == pair.b()[same]) {
      same++;
    }
    for (int i = 0; i < fromShorter.length; i++) {
      fromShorter[i] = i < same ? i : i + more;
    }
    int[] fromLonger = reversed(fromShorter, fromShorter.length + more);
    new TokenSlider(
            pair, isRemoved ? fromLonger : fromShorter, isRemoved ? fromShorter : fromLonger)
        .slide();
    assertThat(fromLonger).isEqualTo(reversed(fromShorter, fromLonger.length));
    return text(isRemoved ? pair.left() : pair.right(), fromLonger);
  }

  private static String lines(String text) {
    return text.replace('/', '\n');
  }

  /** The tokens that go nowhere. */
  private static String text(TokenSequence tokens, int[] kept) {
    StringBuilder text = new StringBuilder();
    for (int token = 0; token < kept.length; token++) {
      if (kept[token] < 0) {
        boolean isApart = tokens.isAfterSpace(token) && tokens.isText(token);
        text.append(isApart && !text.isEmpty() ? " " : "");
        text.append(tokens.isBreak(token) ? "/" : tokens.text(token));
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We sing for the groom. | We sing for the bride. We sing for the groom. | We sing for the bride.",
        "They march, and sing. | They march, and wait, and sing. | and wait,",
        "One lamp burns. | One old lamp burns. | old",
        "A lamp. A boat. | A lamp. A dog. A boat. | A dog.",
        "Rain/Wind/Snow | Rain/Wind/Wind/Snow | Wind/",
        "Rain falls/Snow falls | Rain falls/Sleet falls/Snow falls | Sleet falls/",
        "(one) (three) | (one) (two) (three) | (two)",
      })
  void whatCameOrWentIsAWholeParagraphSentenceClauseOrWord(
      String shorter, String longer, String more) {
    assertThat(slid(shorter, longer, false)).isEqualTo(more);
    assertThat(slid(shorter, longer, true)).isEqualTo(more);
  }

  private static String text(Random random) {
    return random
        .ints(1 + random.nextInt(12), 0, WORDS.length)
        .mapToObj(i -> WORDS[i])
        .collect(Collectors.joining(" "));
  }

  @Test
  void asMuchIsKeptAsBeforeAndOnlyWhatIsTheSame() {
    Cases.each(
        90,
        3_000,
        random -> {
          SequencePair pair = Sequences.pair(text(random), text(random));
          int[] toRight = Sequences.kept(pair.a().length);
          new ShortestAlignment(
                  pair.a(), pair.b(), pair.kinds(), toRight, new WorkBudget(1_000_000))
              .align(0, pair.a().length, 0, pair.b().length);
          long kept = Arrays.stream(toRight).filter(to -> to >= 0).count();
          int[] toLeft = reversed(toRight, pair.b().length);
          int marked = marked(pair, toRight, toLeft);
          new TokenSlider(pair, toRight, toLeft).slide();
          assertThat(toLeft).isEqualTo(reversed(toRight, toLeft.length));
          int[] slid = Arrays.stream(toRight).filter(to -> to >= 0).toArray();
          assertThat(slid).hasSize((int) kept).isSorted().doesNotHaveDuplicates();
          for (int i = 0; i < toRight.length; i++) {
            assertThat(toRight[i] < 0 || pair.b()[toRight[i]] == pair.a()[i]).isTrue();
          }
          assertThat(marked(pair, toRight, toLeft)).isLessThanOrEqualTo(marked);
        });
  }

  /** How many words are marked on both sides. */
  private static int marked(SequencePair pair, int[] toRight, int[] toLeft) {
    return MarkedTokens.words(pair.left(), token -> toRight[token] < 0)
        + MarkedTokens.words(pair.right(), token -> toLeft[token] < 0);
  }
}
