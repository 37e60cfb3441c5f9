package prismq.t.script.versioning.core.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of one version, kept as its exact bytes: line endings, byte order mark and bytes that
 * are not UTF-8 included. Immutable as long as the arrays it was made of, or returns, are not
 * written to.
 */
public final class ScriptText {
  private final byte[] bytes;
  private volatile @Nullable String decoded;
  private volatile int wordCount = -1;

  private ScriptText(byte[] bytes) {
    this.bytes = bytes;
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
    byte @Nullable [] bytes = Utf8.encoded(characters);
    if (bytes == null) {
      throw new NotTextException(
          "There is half a surrogate pair in the text, which cannot be kept as UTF-8.");
    }
    ScriptText text = of(bytes);
    text.decoded = characters;
    return text;
  }

  /** Decoded when it is first needed, because storing and comparing go by the bytes. */
  private String decoded() {
    String known = decoded;
    if (known == null) {
      known = new String(bytes, StandardCharsets.UTF_8);
      decoded = known;
    }
    return known;
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
    String text = decoded();
    return hasByteOrderMark() ? text.substring(1) : text;
  }

  /** Whether {@link #display()} shows every byte; false where some are not UTF-8. */
  public boolean exactlyDecoded() {
    return Utf8.isWellFormed(bytes);
  }

  /** Whether the text starts with a byte order mark. */
  public boolean hasByteOrderMark() {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  /** Whether there is a carriage return, at the end of a line or within. */
  boolean hasCarriageReturn() {
    for (byte b : bytes) {
      if (b == '\r') {
        return true;
      }
    }
    return false;
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
    int known = wordCount;
    if (known < 0) {
      known = Words.count(decoded());
      wordCount = known;
    }
    return known;
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

  /** Whether most lines end with CRLF, as in texts from Windows; a few odd ones do not count. */
  public boolean endsLinesWithCarriageReturns() {
    int windowsEndings = 0;
    for (int i = 1; i < bytes.length; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r') {
        windowsEndings++;
      }
    }
    return windowsEndings > 0 && windowsEndings * 2L > lineCount();
  }

  /**
   * The lines with their endings, cut after each line feed, every byte as one character (ISO
   * 8859-1): so lines are equal exactly when their bytes are, and joined they are the text again.
   * {@link #displayLine} makes one readable.
   */
  public Pieces exactLines() {
    String exact = new String(bytes, StandardCharsets.ISO_8859_1);
    Pieces.Builder lines = new Pieces.Builder();
    int start = 0;
    for (int end = exact.indexOf('\n'); end >= 0; end = exact.indexOf('\n', start)) {
      start = end + 1;
      lines.endAt(start);
    }
    if (start < exact.length()) {
      lines.endAt(exact.length());
    }
    return lines.of(exact);
  }

  /** The text that these exact lines make. */
  public static ScriptText ofExactLines(List<String> exactLines) {
    return ofExact(String.join("", exactLines));
  }

  /** The text of which every byte is given as one character (ISO 8859-1). */
  public static ScriptText ofExact(String exact) {
    return of(exact.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Number of bytes of an exact line without its ending. */
  public static int displayLength(String exactLine) {
    int end = exactLine.length();
    if (end > 0 && exactLine.charAt(end - 1) == '\n') {
      end--;
      if (end > 0 && exactLine.charAt(end - 1) == '\r') {
        end--;
      }
    }
    return end;
  }

  /** An exact line decoded for display, without its ending. */
  public static String displayLine(String exactLine) {
    int end = displayLength(exactLine);
    String line = exactLine.substring(0, end);
    for (int i = 0; i < end; i++) {
      if (line.charAt(i) > 127) {
        return ExactText.decoded(line);
      }
    }
    return line;
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
