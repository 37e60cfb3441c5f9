package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.core.Texts;

class CharacterPositionsTest {
  private static String decoded(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  @Test
  void aTextCutBetweenItsCharactersIsTheSameBeforeAndAfterDecoding() {
    Texts texts = new Texts(5);
    for (int i = 0; i < 1_000; i++) {
      String text = texts.any().display();
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      int[] cuts =
          IntStream.rangeClosed(0, bytes.length)
              .filter(at -> at == bytes.length || (bytes[at] & 0xC0) != 0x80)
              .toArray();
      int[] positions = CharacterPositions.of(bytes, cuts);
      for (int cut = 1; cut < cuts.length; cut++) {
        assertThat(text.substring(positions[cut - 1], positions[cut]))
            .isEqualTo(decoded(bytes, cuts[cut - 1], cuts[cut]));
      }
    }
  }

  @Test
  void ofBytesThatAreNotUtf8EveryCharacterIsCountedOnceWhereItStarts() {
    // Beginnings, middles and ends of characters, and bytes that are none of these.
    int[] awkward = {'a', '\n', 0x80, 0xA0, 0xBF, 0xC0, 0xC3, 0xE0, 0xE2, 0xED, 0xF0, 0xF4, 0xFF};
    Cases.each(
        6,
        20_000,
        random -> {
          byte[] bytes = new byte[random.nextInt(12)];
          for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) awkward[random.nextInt(awkward.length)];
          }
          int[] all = IntStream.rangeClosed(0, bytes.length).toArray();
          int[] positions = CharacterPositions.of(bytes, all);
          assertThat(positions).isSorted().startsWith(0);
          assertThat(positions[bytes.length]).isEqualTo(decoded(bytes, 0, bytes.length).length());
          for (int at = 1; at < bytes.length; at++) {
            // A line break and an ASCII letter end whatever was begun before them.
            if (bytes[at] > 0) {
              assertThat(positions[at]).isEqualTo(decoded(bytes, 0, at).length());
            }
          }
        });
  }

  @Test
  void aTextLongerThanIsDecodedAtOnceIsCountedToItsEnd() {
    byte[] bytes = ("é👍" + "x".repeat(20_000) + "é").getBytes(StandardCharsets.UTF_8);
    assertThat(CharacterPositions.of(bytes, new int[] {0, 2, 6, 20_006, 20_008}))
        .containsExactly(0, 1, 3, 20_003, 20_004);
  }

  @Test
  void ofAnEmptyTextEveryPositionIsTheFirst() {
    assertThat(CharacterPositions.of(new byte[0], new int[] {0, 0})).containsExactly(0, 0);
  }

  @Test
  void rangesStandWhereTheirTextIs() {
    byte[] bytes = "aé👍z".getBytes(StandardCharsets.UTF_8);
    List<ByteRange> ranges =
        List.of(new ByteRange(0, 1), new ByteRange(1, 3), new ByteRange(3, 7), new ByteRange(8, 8));
    assertThat(CharacterPositions.of(bytes, ranges))
        .extracting(range -> range.in("aé👍z"))
        .containsExactly("a", "é", "👍", "");
  }

  @Test
  void aSurrogatePairIsOneCodePoint() {
    assertThat(CharacterPositions.codePoints("👍a👍b", new CharacterRange(2, 5)))
        .isEqualTo(new CodePointRange(1, 3));
  }
}
