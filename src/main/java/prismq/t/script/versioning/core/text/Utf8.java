package prismq.t.script.versioning.core.text;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What can be told of UTF-8 without decoding or encoding a text twice. */
final class Utf8 {
  private Utf8() {}

  /** Whether every byte is part of a character (Unicode, table 3-7: well-formed sequences). */
  static boolean isWellFormed(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      int length = bytes[at] >= 0 ? 1 : sequenceLength(bytes, at);
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /** Number of bytes of a character of several; 0 where there is none. */
  private static int sequenceLength(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    // Neither longer than needed, nor half a surrogate pair, nor above the last code point.
    int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if (!ExactText.isContinuation(bytes[at + i])) {
        return 0;
      }
    }
    return length;
  }

  /** The characters as bytes; null where half a surrogate pair has none. */
  static byte @Nullable [] encoded(String characters) {
    for (int i = 0; i < characters.length(); i++) {
      char character = characters.charAt(i);
      if (Character.isSurrogate(character)) {
        if (!isPair(characters, i)) {
          return null;
        }
        i++;
      }
    }
    return characters.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isPair(String characters, int at) {
    return at + 1 < characters.length()
        && Character.isSurrogatePair(characters.charAt(at), characters.charAt(at + 1));
  }
}
