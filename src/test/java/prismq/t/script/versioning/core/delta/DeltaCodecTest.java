package prismq.t.script.versioning.core.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.text.ScriptText;

class DeltaCodecTest {
  private final DeltaReader reader = new DeltaReader();

  @AfterEach
  void closeReader() {
    reader.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] apply(byte[] base, byte[] delta, int size) {
    decompress(DeltaCodec.compress(base), base.length);
    reader.apply(delta, size);
    return reader.content();
  }

  private byte[] decompress(byte[] stored, int size) {
    reader.decompress(stored, size);
    return reader.content();
  }

  private void assertRoundTrip(byte[] base, byte[] content) {
    byte[] delta = DeltaCodec.delta(base, content);
    assertThat(apply(base, delta, content.length)).isEqualTo(content);
    byte[] whole = DeltaCodec.compress(content);
    assertThat(decompress(whole, content.length)).isEqualTo(content);
  }

  @Test
  void thousandsOfEditsComeBackByteForByte() {
    Texts texts = new Texts(4);
    ScriptText text = texts.any();
    for (int i = 0; i < 3_000; i++) {
      ScriptText next = i % 40 == 0 ? texts.any() : texts.edited(text);
      assertRoundTrip(text.bytes(), next.bytes());
      text = next;
    }
  }

  @Test
  void aChainOfDeltasComesBackStepByStep() {
    Texts texts = new Texts(7);
    ScriptText text = texts.any();
    reader.decompress(DeltaCodec.compress(text.bytes()), text.sizeBytes());
    for (int i = 0; i < 1_000; i++) {
      ScriptText next = i % 40 == 0 ? texts.any() : texts.edited(text);
      reader.apply(DeltaCodec.delta(text.bytes(), next.bytes()), next.sizeBytes());
      assertThat(reader.content()).isEqualTo(next.bytes());
      text = next;
    }
  }

  @Test
  void emptyTextsComeBack() {
    assertRoundTrip(bytes(""), bytes("something"));
    assertRoundTrip(bytes("something"), bytes(""));
    assertRoundTrip(bytes(""), bytes(""));
  }

  @Test
  void aBaseThatLooksLikeATrainedDictionaryIsTakenAsText() {
    byte[] base = bytes("    " + "a base that starts like a dictionary\n".repeat(50));
    byte[] magic = {0x37, (byte) 0xA4, 0x30, (byte) 0xEC};
    System.arraycopy(magic, 0, base, 0, magic.length);
    byte[] content = Arrays.copyOf(base, base.length - 10);
    assertRoundTrip(base, content);
    assertRoundTrip(magic, content);
  }

  @Test
  void aChangedWordInUpToFiveMebibytesTakesLessThanAKilobyte() {
    Random random = Seeds.random(5);
    for (int mebibytes : new int[] {1, 2, 3, 5}) {
      byte[] base = new byte[mebibytes << 20];
      for (int i = 0; i < base.length; i++) {
        base[i] = (byte) (random.nextInt(6) == 0 ? ' ' : 'a' + random.nextInt(26));
      }
      byte[] content = base.clone();
      System.arraycopy(bytes("CHANGED"), 0, content, content.length / 2, 7);
      byte[] delta = DeltaCodec.delta(base, content);
      assertThat(delta.length).as("seed 5, " + mebibytes + " MiB").isLessThan(1_000);
      assertThat(apply(base, delta, content.length)).isEqualTo(content);
    }
  }

  /** Damage that still decompresses to the right size is found by the hash of the content. */
  private void assertBrokenOrOfTheSize(byte[] base, byte[] damaged, int size) {
    try {
      assertThat(apply(base, damaged, size)).hasSize(size);
    } catch (BrokenDeltaException e) {
      assertThat(e).hasMessageStartingWith("it ");
    }
  }

  @Test
  void everySingleFlippedBitIsHarmless() {
    byte[] base = bytes("A sentence that stays. ".repeat(20));
    byte[] content = bytes("A sentence that stays. ".repeat(10) + "A new one, word by word.");
    byte[] delta = DeltaCodec.delta(base, content);
    for (int bit = 0; bit < 8 * delta.length; bit++) {
      byte[] damaged = delta.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      assertBrokenOrOfTheSize(base, damaged, content.length);
    }
  }

  @Test
  void randomDamageIsHarmless() {
    Texts texts = new Texts(6);
    Random random = texts.random();
    for (int i = 0; i < 3_000; i++) {
      ScriptText base = texts.any();
      ScriptText content = texts.edited(base);
      byte[] damaged = DeltaCodec.delta(base.bytes(), content.bytes());
      for (int k = random.nextInt(4); k >= 0; k--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertBrokenOrOfTheSize(base.bytes(), damaged, content.sizeBytes());
    }
  }

  @Test
  void everyTruncationIsNoticed() {
    byte[] base = bytes("A sentence that stays. ".repeat(20));
    byte[] content = bytes("Another beginning. " + "A sentence that stays. ".repeat(10));
    byte[] delta = DeltaCodec.delta(base, content);
    for (int length = 0; length < delta.length; length++) {
      byte[] truncated = Arrays.copyOf(delta, length);
      assertThatThrownBy(() -> apply(base, truncated, content.length))
          .isInstanceOf(BrokenDeltaException.class);
    }
  }

  @Test
  void aHeaderThatClaimsAHugeSizeIsRefused() {
    byte[] claimsAllOfMemory = {
      0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, (byte) 0xE0, -1, -1, -1, -1, -1, -1, -1, 0x7F, 1, 0, 0
    };
    assertThatThrownBy(() -> decompress(claimsAllOfMemory, 10))
        .isInstanceOf(BrokenDeltaException.class)
        .hasMessageContaining("header");
    assertThatThrownBy(() -> decompress(bytes("no frame at all"), 10))
        .isInstanceOf(BrokenDeltaException.class);
  }
}
