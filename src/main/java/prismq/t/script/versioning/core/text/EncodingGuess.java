package prismq.t.script.versioning.core.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Guesses the encoding of bytes that nobody has told. */
public final class EncodingGuess {
  /** Enough to tell, however long the text is; an even number. */
  private static final int LOOKED_AT = 1 << 18;

  /** A few bytes may be anything. */
  private static final int LEAST_UNMARKED = 8;

  /** In UTF-16 every second byte is a zero or, beyond Latin letters, mostly below a space. */
  private static final int BYTES_PER_CONTROL = 4;

  /** The likeliest first, which counts where two are as likely. */
  private static final List<TextEncoding> OF_TEXTS =
      encodings(
          "UTF-8",
          "windows-1252",
          "x-MacRoman",
          "windows-1250",
          "windows-1251",
          "KOI8-R",
          "windows-31j",
          "GB18030",
          "EUC-JP",
          "Big5",
          "EUC-KR",
          "IBM866");

  private static final List<TextEncoding> KNOWN =
      encodings(
          "UTF-8",
          "UTF-16LE",
          "UTF-16BE",
          "windows-1252",
          "x-MacRoman",
          "windows-1250",
          "windows-1251",
          "KOI8-R",
          "IBM437",
          "IBM866",
          "windows-31j",
          "EUC-JP",
          "GB18030",
          "Big5",
          "EUC-KR");

  private static final List<TextEncoding> OF_ZIP_NAMES =
      encodings(
          "IBM437",
          "windows-31j",
          "GB18030",
          "Big5",
          "EUC-KR",
          "EUC-JP",
          "IBM866",
          "windows-1252",
          "windows-1251",
          "KOI8-R");

  /** A carriage return alone ended the lines on old Macintoshes, and hardly anywhere else. */
  private static final int MAC_LINE_ENDS = 12;

  /** Backslashes divide names where nothing else does, or they are halves of letters. */
  private static final int BACKSLASH = -2;

  private static final int BACKSLASH_BESIDE_SLASHES = -8;

  /** How likely a reading is besides its letters. */
  private interface Habit {
    int score(String text, TextEncoding encoding);
  }

  private EncodingGuess() {}

  /** The encodings to choose from where a guess is wrong; others have names, too. */
  public static List<TextEncoding> known() {
    return KNOWN;
  }

  private static List<TextEncoding> encodings(String... names) {
    return Stream.of(names)
        .filter(Charset::isSupported)
        .map(name -> new TextEncoding(Charset.forName(name)))
        .toList();
  }

  /**
   * The encoding of a text: that of its mark; UTF-8 where it is that, but for a few bytes perhaps;
   * otherwise the one that gives the most plausible characters.
   *
   * @return empty if the bytes are no text in any encoding
   */
  public static Optional<TextEncoding> ofText(byte[] bytes) {
    @Nullable TextEncoding marked = marked(bytes);
    byte[] looked = bytes.length > LOOKED_AT ? Arrays.copyOf(bytes, LOOKED_AT) : bytes;
    if (marked != null && !marked.isUtf8()) {
      return isReadable(marked.decoded(looked)) ? Optional.of(marked) : Optional.empty();
    }
    if (hasNul(bytes)) {
      return Optional.ofNullable(unmarked(looked));
    }
    if (!isUntold(bytes)) {
      return Optional.of(TextEncoding.UTF_8);
    }
    return Optional.of(DecodedText.likeliest(readings(bytes)).encoding());
  }

  /** Whether nothing but its characters tells the encoding of a text. */
  static boolean isUntold(byte[] bytes) {
    return marked(bytes) == null && !hasNul(bytes) && !Utf8.isWellFormed(bytes);
  }

  /** A text of which nothing tells the encoding, as it would be in each. */
  static List<DecodedText> readings(byte[] bytes) {
    return readings(telling(bytes), OF_TEXTS, EncodingGuess::ofLineEnds);
  }

  /**
   * The same, where somebody chose the encoding of what is neither marked nor UTF-8.
   *
   * @return empty if the bytes are no text in any encoding
   */
  public static Optional<TextEncoding> ofText(byte[] bytes, TextEncoding choice) {
    boolean isTold = marked(bytes) != null || (Utf8.isWellFormed(bytes) && !hasNul(bytes));
    boolean isWide = choice.charset().name().startsWith("UTF-") && !choice.isUtf8();
    return isTold || (hasNul(bytes) && !isWide) ? ofText(bytes) : Optional.of(choice);
  }

  /** The encoding of all names in a zip file that does not tell it, given one a line. */
  public static TextEncoding ofZipNames(byte[] names) {
    return Utf8.isWellFormed(names)
        ? TextEncoding.UTF_8
        : DecodedText.likeliest(readings(names, OF_ZIP_NAMES, EncodingGuess::ofSeparators))
            .encoding();
  }

  /** Whether a byte order mark tells the encoding of a text, so that nothing is guessed. */
  public static boolean isMarked(byte[] bytes) {
    return marked(bytes) != null;
  }

  /** The encoding whose byte order mark the text starts with; null if there is none. */
  static @Nullable TextEncoding marked(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return TextEncoding.UTF_8;
    }
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return new TextEncoding(Charset.forName("UTF-32LE"));
    }
    if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return new TextEncoding(Charset.forName("UTF-32BE"));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return TextEncoding.UTF_16_LE;
    }
    return startsWith(bytes, 0xFE, 0xFF) ? TextEncoding.UTF_16_BE : null;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i == bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNul(byte[] bytes) {
    for (byte one : bytes) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }

  /** UTF-16 by where its zero bytes stand; null if it is not that. */
  private static @Nullable TextEncoding unmarked(byte[] bytes) {
    if (bytes.length % 2 != 0 || bytes.length < LEAST_UNMARKED) {
      return null;
    }
    int controls = 0;
    int zeros = 0;
    int oddZeros = 0;
    for (int i = 0; i < bytes.length; i++) {
      controls += Character.isISOControl(bytes[i]) && !Character.isWhitespace(bytes[i]) ? 1 : 0;
      if (bytes[i] == 0) {
        zeros++;
        oddZeros += i % 2;
      }
    }
    if (BYTES_PER_CONTROL * controls < bytes.length && Utf8.isWellFormed(bytes)) {
      return null; // Letters of one byte each and a few zeros, which are no text.
    }
    // Latin letters, spaces and line ends have a zero as their higher byte.
    TextEncoding likely = 2 * oddZeros > zeros ? TextEncoding.UTF_16_LE : TextEncoding.UTF_16_BE;
    return isReadable(likely.decoded(bytes)) ? likely : null;
  }

  /** Whether there are hardly any characters that no text has. */
  private static boolean isReadable(String text) {
    int unreadable = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int character = text.codePointAt(at);
      if (character == 0) {
        return false;
      }
      int type = Character.getType(character);
      boolean isSpace = Character.isWhitespace(character);
      if (character == 0xFFFD
          || type == Character.UNASSIGNED
          || type == Character.SURROGATE
          || (type == Character.CONTROL && !isSpace)) {
        unreadable++;
      }
    }
    return unreadable <= 1 + text.length() / 100;
  }

  /** The lines that have more than ASCII, as many as tell enough. */
  private static byte[] telling(byte[] bytes) {
    if (bytes.length <= LOOKED_AT) {
      return bytes;
    }
    ByteArrayOutputStream telling = new ByteArrayOutputStream();
    int start = 0;
    boolean isTelling = false;
    for (int i = 0; i < bytes.length && telling.size() < LOOKED_AT; i++) {
      isTelling |= bytes[i] < 0;
      if (bytes[i] == '\n' || bytes[i] == '\r' || i + 1 == bytes.length) {
        if (isTelling) {
          telling.write(bytes, start, Math.min(i + 1 - start, LOOKED_AT));
        }
        start = i + 1;
        isTelling = false;
      }
    }
    return telling.toByteArray();
  }

  private static int ofLineEnds(String text, TextEncoding encoding) {
    boolean isMac = encoding.charset().name().equals("x-MacRoman");
    return isMac && text.indexOf('\r') >= 0 && text.indexOf('\n') < 0 ? MAC_LINE_ENDS : 0;
  }

  private static int ofSeparators(String names, TextEncoding encoding) {
    int each = names.indexOf('/') < 0 ? BACKSLASH : BACKSLASH_BESIDE_SLASHES;
    return each * (int) names.chars().filter(c -> c == '\\').count();
  }

  private static List<DecodedText> readings(
      byte[] bytes, List<TextEncoding> candidates, Habit habit) {
    List<DecodedText> readings = new ArrayList<>();
    for (TextEncoding candidate : candidates) {
      String text = new String(bytes, candidate.charset());
      int score = Plausibility.of(text, candidate.charset()) + habit.score(text, candidate);
      readings.add(new DecodedText(candidate, text, score));
    }
    return readings;
  }
}
