package prismq.t.script.versioning.core.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * The text of one version, kept as its exact bytes: line endings, byte order mark and bytes that
 * are no characters included. It is compared, cut and shown as it is read, which is in UTF-8;
 * nearly every text is that already. Immutable as long as the arrays it was made of, or returns,
 * are not written to.
 */
public final class ScriptText {
  private final byte[] bytes;
  private final TextEncoding encoding;
  private final byte[] read;

  /** Whether only line feeds end its lines. */
  private final boolean isByLineFeeds;

  private volatile @Nullable String decoded;
  private volatile int wordCount = -1;

  private ScriptText(byte[] bytes, TextEncoding encoding, byte[] read, boolean isByLineFeeds) {
    this.bytes = bytes;
    this.encoding = encoding;
    this.read = read;
    this.isByLineFeeds = isByLineFeeds;
  }

  /**
   * A text of exactly these bytes in UTF-8.
   *
   * @param bytes not copied, so not to be written to afterwards
   * @throws NotTextException where there is a NUL byte
   */
  public static ScriptText of(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new NotTextException(FilledMessage.of("field.nul_byte", i));
      }
    }
    return new ScriptText(bytes, TextEncoding.UTF_8, bytes, false);
  }

  /**
   * A text of exactly these bytes in any encoding.
   *
   * @param bytes not copied, so not to be written to afterwards
   * @throws NotTextException where there is a NUL character
   */
  public static ScriptText of(byte[] bytes, TextEncoding encoding) {
    if (encoding.isUtf8()) {
      return of(bytes);
    }
    String characters = encoding.decoded(bytes);
    if (characters.indexOf(0) >= 0) {
      throw new NotTextException(FilledMessage.of("field.nul_character"));
    }
    return new ScriptText(bytes, encoding, characters.getBytes(StandardCharsets.UTF_8), false);
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
      throw new NotTextException(FilledMessage.of("field.surrogate"));
    }
    ScriptText text = of(bytes);
    text.decoded = characters;
    return text;
  }

  /** Decoded when it is first needed, because storing and comparing go by the bytes. */
  private String decoded() {
    String known = decoded;
    if (known == null) {
      known = new String(read, StandardCharsets.UTF_8);
      decoded = known;
    }
    return known;
  }

  /** The exact bytes, not copied. */
  public byte[] bytes() {
    return bytes;
  }

  /** How they stand for characters. */
  public TextEncoding encoding() {
    return encoding;
  }

  /**
   * The text as it is read, in UTF-8 and not copied: positions in a text are those of these bytes.
   */
  public byte[] read() {
    return read;
  }

  /** The same bytes as programs see them that know only of line feeds, such as patch and git. */
  public ScriptText asBytes() {
    return isByLineFeeds || !hasLoneReturns()
        ? this
        : new ScriptText(bytes, TextEncoding.UTF_8, bytes, true);
  }

  /** The text in UTF-8 as it is read; itself if it is that already. */
  public ScriptText inUtf8() {
    return encoding.isUtf8() ? this : of(read);
  }

  /** All characters, with the line ends they have and the byte order mark of UTF-8. */
  public String characters() {
    return read == bytes ? decoded() : encoding.decoded(bytes);
  }

  /** Number of bytes. */
  public int sizeBytes() {
    return bytes.length;
  }

  /**
   * The text for display: bytes that are no characters replaced, without the byte order mark, and
   * with a line feed for a carriage return alone.
   */
  public String display() {
    String text = decoded();
    return LineEnds.withLineFeeds(hasByteOrderMark() ? text.substring(1) : text);
  }

  /** Whether {@link #display()} shows every byte; false where some are no characters. */
  public boolean exactlyDecoded() {
    return encoding.isUtf8() ? Utf8.isWellFormed(bytes) : encoding.isExact(bytes);
  }

  /** Whether the text as it is read starts with a byte order mark. */
  public boolean hasByteOrderMark() {
    return read.length >= 3
        && read[0] == (byte) 0xEF
        && read[1] == (byte) 0xBB
        && read[2] == (byte) 0xBF;
  }

  /** Whether most lines end with a carriage return alone, as on a Macintosh before 2001. */
  public boolean endsLinesWithCarriageReturnsAlone() {
    int alone = 0;
    for (int i = 0; i < read.length; i++) {
      alone += isLoneReturn(i) ? 1 : 0;
    }
    return alone > 0 && alone * 2L > lineCount();
  }

  /** Whether any carriage return ends a line alone. */
  public boolean hasLoneReturns() {
    for (int i = 0; i < read.length; i++) {
      if (isLoneReturn(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isLoneReturn(int at) {
    return read[at] == '\r' && LineEnds.endsAt(read, at);
  }

  /** What ends most lines. */
  public String lineEnding() {
    return endsLinesWithCarriageReturns()
        ? "\r\n"
        : endsLinesWithCarriageReturnsAlone() ? "\r" : "\n";
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

  /** Whether the last line ends as the others do; true for an empty text. */
  public boolean endsWithNewline() {
    return read.length == 0 || LineEnds.endsAt(read, read.length - 1);
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

  /** Finds {@link #wordCount()} by counting only where this text differs from another. */
  public void countWordsFrom(ScriptText other) {
    if (wordCount < 0) {
      wordCount = WordDifference.count(other.decoded(), other.wordCount(), decoded());
    }
  }

  /** Number of lines; a last line without an end counts. */
  public int lineCount() {
    int lines = 0;
    for (int i = 0; i < read.length; i++) {
      lines += LineEnds.endsAt(read, i) ? 1 : 0;
    }
    return endsWithNewline() ? lines : lines + 1;
  }

  /**
   * Whether it was counted to have as many lines; until carriage returns alone ended lines, only
   * line feeds were counted.
   */
  public boolean mayHaveLines(int counted) {
    return counted == lineCount() || counted == linesByLineFeeds();
  }

  private int linesByLineFeeds() {
    int lines = 0;
    for (byte b : bytes) {
      if (b == '\n') {
        lines++;
      }
    }
    return bytes.length == 0 || bytes[bytes.length - 1] == '\n' ? lines : lines + 1;
  }

  /** Whether most lines end with CRLF, as in texts from Windows; a few odd ones do not count. */
  public boolean endsLinesWithCarriageReturns() {
    int windowsEndings = 0;
    for (int i = 1; i < read.length; i++) {
      if (read[i] == '\n' && read[i - 1] == '\r') {
        windowsEndings++;
      }
    }
    return windowsEndings > 0 && windowsEndings * 2L > lineCount();
  }

  /**
   * The lines with their endings, cut after each end of one, every byte of the text as it is read
   * as one character (ISO 8859-1): so lines are equal exactly when these bytes are, and joined they
   * are the text again. {@link #displayLine} makes one readable.
   */
  public Pieces exactLines() {
    String exact = new String(read, StandardCharsets.ISO_8859_1);
    Pieces.Builder lines = new Pieces.Builder();
    int start = 0;
    if (isByLineFeeds || exact.indexOf('\r') < 0) {
      for (int end = exact.indexOf('\n'); end >= 0; end = exact.indexOf('\n', start)) {
        start = end + 1;
        lines.endAt(start);
      }
    } else {
      for (int at = 0; at < exact.length(); at++) {
        if (LineEnds.endsAt(exact, at)) {
          start = at + 1;
          lines.endAt(start);
        }
      }
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
    }
    return end > 0 && exactLine.charAt(end - 1) == '\r' ? end - 1 : end;
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
    return other instanceof ScriptText text
        && Arrays.equals(bytes, text.bytes)
        && encoding.equals(text.encoding);
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
