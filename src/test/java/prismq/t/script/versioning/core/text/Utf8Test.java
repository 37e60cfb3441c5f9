package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
  /** Bytes and characters next to which the rules change. */
  private static final int[] BYTES = {
    'a', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
    0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
  };

  private static final String CHARACTERS =
      "a\u007f\u0080é\u07ff\u0800李\ud7ff\ud800\udbff\udc00\udfff\ue000";

  private static boolean isDecodable(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isEncodable(String characters) {
    try {
      StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @Test
  void everyThreeOfTheBytesAreWellFormedWhereTheyCanBeDecoded() {
    for (int first : BYTES) {
      for (int second : BYTES) {
        for (int third : BYTES) {
          byte[] bytes = {(byte) first, (byte) second, (byte) third};
          assertThat(Utf8.isWellFormed(bytes))
              .as("%02x %02x %02x", first, second, third)
              .isEqualTo(isDecodable(bytes));
        }
      }
    }
  }

  @Test
  void longerOnesAreWellFormedWhereTheyCanBeDecoded() {
    for (int seed = 0; seed < 200_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[random.nextInt(7)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) BYTES[random.nextInt(BYTES.length)];
      }
      if (bytes.length > 3) {
        // So that characters of four bytes are among them, whole and cut off.
        bytes[0] = (byte) (0xF0 + random.nextInt(6));
      }
      assertThat(Utf8.isWellFormed(bytes)).as("seed %d", seed).isEqualTo(isDecodable(bytes));
    }
  }

  @Test
  void charactersAreEncodedWhereTheyHaveBytes() {
    for (int seed = 0; seed < 50_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(6); i > 0; i--) {
        text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      String characters = text.toString();
      byte[] expected =
          isEncodable(characters) ? characters.getBytes(StandardCharsets.UTF_8) : null;
      assertThat(Utf8.encoded(characters)).as("seed %d", seed).isEqualTo(expected);
    }
  }
}
