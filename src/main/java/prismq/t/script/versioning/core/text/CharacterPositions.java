package prismq.t.script.versioning.core.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Converts positions in the bytes of a text to those of the text that is decoded for display. */
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

  /**
   * The positions of byte ranges in {@code new String(bytes, UTF_8)}.
   *
   * @param ranges in order and without overlap
   */
  public static List<CharacterRange> of(byte[] bytes, List<ByteRange> ranges) {
    int[] borders =
        ranges.stream().flatMapToInt(range -> IntStream.of(range.start(), range.end())).toArray();
    int[] found = of(bytes, borders);
    List<CharacterRange> characters = new ArrayList<>(ranges.size());
    for (int i = 0; i < found.length; i += 2) {
      characters.add(new CharacterRange(found[i], found[i + 1]));
    }
    return characters;
  }

  /** A range of a text as Unicode counts its characters. */
  public static CodePointRange codePoints(String text, CharacterRange range) {
    int start = text.codePointCount(0, range.start());
    return new CodePointRange(start, start + text.codePointCount(range.start(), range.end()));
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
      boolean isStart = !ExactText.isContinuation(bytes[at]);
      // Four bytes give a surrogate pair.
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
