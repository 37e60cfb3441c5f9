package prismq.t.script.versioning.core.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text of one version, kept as the exact bytes it came in: line endings, byte order mark and
 * bytes that are not UTF-8 included. Immutable as long as nobody writes to the arrays it was made
 * of or hands out.
 */
public final class ScriptText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final byte[] bytes;
  private final String decoded;
  private final boolean exactlyDecoded;

  private ScriptText(byte[] bytes) {
    this.bytes = bytes;
    String strict = decodeStrictly(bytes);
    this.exactlyDecoded = !strict.isEmpty() || bytes.length == 0;
    this.decoded = exactlyDecoded ? strict : new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * A text of exactly these bytes.
   *
   * @param bytes not copied, so not to be written to afterwards
   * @throws NotTextException where there is a NUL byte
   */
  public static ScriptText of(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new NotTextException(
            "There is a NUL byte at position " + i + ", so this is not a text.");
      }
    }
    return new ScriptText(bytes);
  }

  /**
   * A text of these characters in UTF-8.
   *
   * @throws NotTextException where there is a NUL character or half a surrogate pair, which UTF-8
   *     has no bytes for
   */
  public static ScriptText of(String characters) {
    try {
      ByteBuffer encoded =
          StandardCharsets.UTF_8
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(characters));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return of(bytes);
    } catch (CharacterCodingException e) {
      throw new NotTextException(
          "There is half a surrogate pair in the text, which cannot be kept as UTF-8.");
    }
  }

  private static String decodeStrictly(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return "";
    }
  }

  /** The exact bytes, not copied. */
  public byte[] bytes() {
    return bytes;
  }

  /** Number of bytes. */
  public int sizeBytes() {
    return bytes.length;
  }

  /** The text for display: bytes that are not UTF-8 replaced, without the byte order mark. */
  public String display() {
    return hasByteOrderMark() ? decoded.substring(1) : decoded;
  }

  /** Whether {@link #display()} shows every byte; false where some are not UTF-8. */
  public boolean exactlyDecoded() {
    return exactlyDecoded;
  }

  /** Whether the text starts with a byte order mark. */
  public boolean hasByteOrderMark() {
    return !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK;
  }

  /** Whether the last line ends with a line feed; true for an empty text. */
  public boolean endsWithNewline() {
    return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
  }

  /** SHA-256 of the exact bytes. */
  public ContentHash hash() {
    return ContentHash.of(bytes);
  }

  /** Number of words, as {@link Words#count} counts them. */
  public int wordCount() {
    return Words.count(decoded);
  }

  /** Number of lines; a last line without a line feed counts. */
  public int lineCount() {
    int lines = 0;
    for (byte b : bytes) {
      if (b == '\n') {
        lines++;
      }
    }
    return endsWithNewline() ? lines : lines + 1;
  }

  /**
   * The lines with their endings, cut after each line feed, every byte as one character (ISO
   * 8859-1): so lines are equal exactly when their bytes are, and joined they are the text again.
   * {@link #displayLine} makes one readable.
   */
  public List<String> exactLines() {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lines.add(new String(bytes, start, i + 1 - start, StandardCharsets.ISO_8859_1));
        start = i + 1;
      }
    }
    if (start < bytes.length) {
      lines.add(new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1));
    }
    return lines;
  }

  /** The text that these exact lines make. */
  public static ScriptText ofExactLines(List<String> exactLines) {
    return of(String.join("", exactLines).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** An exact line decoded for display, without its ending. */
  public static String displayLine(String exactLine) {
    int end = exactLine.length();
    if (end > 0 && exactLine.charAt(end - 1) == '\n') {
      end--;
      if (end > 0 && exactLine.charAt(end - 1) == '\r') {
        end--;
      }
    }
    return new String(
        exactLine.substring(0, end).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScriptText text && Arrays.equals(bytes, text.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "ScriptText of " + bytes.length + " bytes";
  }
}
