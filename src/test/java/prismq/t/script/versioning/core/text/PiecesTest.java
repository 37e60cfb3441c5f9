package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Seeds;

class PiecesTest {
  private static Pieces any(Random random) {
    Pieces.Builder pieces = new Pieces.Builder();
    for (int i = random.nextInt(200); i > 0; i--) {
      pieces.add("ab\u0101\u00E9".repeat(3).substring(random.nextInt(12)));
    }
    return pieces.build();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void piecesThatAreEqualHaveTheSameFingerprintAndOthersDoNot(long seed) {
    Random random = Seeds.random(seed);
    Pieces some = any(random);
    Pieces others = any(random);
    for (int i = 0; i < some.size(); i++) {
      for (int j = 0; j < others.size(); j++) {
        boolean isEqual = some.get(i).equals(others.get(j));
        assertThat(some.same(i, others, j)).isEqualTo(isEqual);
        assertThat(some.fingerprint(i) == others.fingerprint(j)).isEqualTo(isEqual);
        assertThat(some.hash(i) == others.hash(j)).isEqualTo(isEqual);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aTextThatDiffersInOneCharacterHasAnotherFingerprint(long seed) {
    Random random = Seeds.random(seed);
    for (int i = 0; i < 500; i++) {
      char[] text = "x".repeat(1 + random.nextInt(20)).toCharArray();
      String before = new String(text);
      text[random.nextInt(text.length)] += (char) (1 + random.nextInt(1_000));
      String after = new String(text);
      assertThat(Pieces.fingerprint(after, 0, after.length()))
          .as("seed %d: %s", seed, after)
          .isNotEqualTo(Pieces.fingerprint(before, 0, before.length()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void someOfThePiecesAreTheSamePiecesByThemselves(long seed) {
    Random random = Seeds.random(seed);
    Pieces pieces = any(random);
    for (int from = 0; from <= pieces.size(); from += 7) {
      int to = from + random.nextInt(pieces.size() - from + 1);
      Pieces range = pieces.range(from, to);
      List<String> expected = pieces.subList(from, to);
      assertThat(range).containsExactlyElementsOf(expected);
      assertThat(range.text()).isEqualTo(String.join("", expected));
      assertThat(pieces.text(new LineRange(from, to))).isEqualTo(range.text());
    }
  }

  @Test
  void aPieceIsPutTogetherFromPartsUntilItIsEnded() {
    Pieces pieces =
        new Pieces.Builder()
            .add("one")
            .append('t')
            .append("a word", 2, 3)
            .add("look", 2, 3)
            .add("", 0, 0)
            .build();
    assertThat(pieces).containsExactly("one", "two", "");
    assertThat(pieces.text()).isEqualTo("onetwo");
    assertThat(pieces.bytes(1)).isEqualTo(new ByteRange(3, 6));
    assertThat(pieces.end(0)).isEqualTo(pieces.start(1)).isEqualTo(3);
  }

  @Test
  void aPieceThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> new Pieces.Builder().add("one").build().get(1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
