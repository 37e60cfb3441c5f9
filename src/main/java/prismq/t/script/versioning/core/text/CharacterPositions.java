package prismq.t.script.versioning.core.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Where positions in the bytes of a text come to stand once it is decoded for display. */
public final class CharacterPositions {
  private static final int CHARACTERS_AT_ONCE = 8_192;

  private final byte[] bytes;
  private final int[] positions;
  private final int[] found;
  private int next;
  private int at;
  private int characters;

  private CharacterPositions(byte[] bytes, int[] positions) {
    this.bytes = bytes;
    this.positions = positions;
    this.found = new int[positions.length];
  }

  /**
   * The number of characters that start before each position, in {@code char}s of {@code new
   * String(bytes, UTF_8)}.
   *
   * @param positions in bytes, none smaller than the one before it
   */
  public static int[] of(byte[] bytes, int[] positions) {
    CharacterPositions search = new CharacterPositions(bytes, positions);
    search.run();
    return search.found;
  }

  private void run() {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(CHARACTERS_AT_ONCE);
    CoderResult result;
    do {
      result = decoder.decode(in, out, true);
      out.clear();
      wholeCharacters(in.position());
      if (result.isMalformed()) {
        replaced(result.length());
        in.position(at);
      }
    } while (!result.isUnderflow());
    answer(bytes.length);
  }

  private void wholeCharacters(int end) {
    for (; at < end; at++) {
      answer(at);
      boolean isStart = (bytes[at] & 0xC0) != 0x80;
      // From four bytes come two halves of a surrogate pair.
      boolean isPair = (bytes[at] & 0xF8) == 0xF0;
      characters += isPair ? 2 : isStart ? 1 : 0;
    }
  }

  /** All of these bytes together are shown as one character. */
  private void replaced(int length) {
    answer(at);
    characters++;
    at += length;
    answer(at - 1);
  }

  private void answer(int position) {
    while (next < positions.length && positions[next] <= position) {
      found[next++] = characters;
    }
  }
}
