package prismq.t.script.versioning.core.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the bytes of a text stand for characters. */
public record TextEncoding(Charset charset) {
  /** The encoding of every text written here. */
  public static final TextEncoding UTF_8 = new TextEncoding(StandardCharsets.UTF_8);

  /** UTF-16, the lower byte first. */
  public static final TextEncoding UTF_16_LE = new TextEncoding(StandardCharsets.UTF_16LE);

  /** UTF-16, the higher byte first. */
  public static final TextEncoding UTF_16_BE = new TextEncoding(StandardCharsets.UTF_16BE);

  private static final String MAC_ROMAN = "x-MacRoman";
  private static final String SHIFT_JIS = "windows-31j";

  /** What people write, as Java calls it; signs and spaces do not count. */
  private static final Map<String, String> NAMES =
      Map.of(
          "macintosh", MAC_ROMAN,
          "macroman", MAC_ROMAN,
          "mac", MAC_ROMAN,
          "shiftjis", SHIFT_JIS,
          "sjis", SHIFT_JIS,
          "utf16", "UTF-16LE",
          "ansi", "windows-1252",
          "latin1", "windows-1252");

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry(MAC_ROMAN, "Mac Roman"),
          Map.entry(SHIFT_JIS, "Shift-JIS"),
          Map.entry("windows-1250", "Windows-1250"),
          Map.entry("windows-1251", "Windows-1251"),
          Map.entry("windows-1252", "Windows-1252"),
          Map.entry("UTF-16LE", "UTF-16 (little-endian)"),
          Map.entry("UTF-16BE", "UTF-16 (big-endian)"),
          Map.entry("UTF-32LE", "UTF-32 (little-endian)"),
          Map.entry("UTF-32BE", "UTF-32 (big-endian)"),
          Map.entry("GB18030", "GBK (GB18030)"),
          Map.entry("IBM437", "CP437"),
          Map.entry("IBM866", "CP866"));

  /** The encoding that people call by this name; empty if it is not known here. */
  public static Optional<TextEncoding> named(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    try {
      String known = NAMES.getOrDefault(plain, name.strip());
      return Charset.isSupported(known)
          ? Optional.of(new TextEncoding(Charset.forName(known)))
          : Optional.empty();
    } catch (IllegalCharsetNameException e) {
      return Optional.empty();
    }
  }

  /** Its registered name (IANA), as in a header and in the metadata of a version. */
  public String registeredName() {
    return charset.name().equals(MAC_ROMAN) ? "macintosh" : charset.name();
  }

  /** The same as headers have it, in lower case. */
  public String header() {
    return registeredName().toLowerCase(Locale.ROOT);
  }

  /** Its name for people. */
  public String label() {
    return LABELS.getOrDefault(charset.name(), charset.name());
  }

  /** Whether it is UTF-8, which needs no word about it. */
  public boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /** The characters of a text; what stands for none is replaced, and a mark at the start left. */
  String decoded(byte[] bytes) {
    String text = new String(bytes, charset);
    return !isUtf8() && text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Whether all bytes stand for characters. */
  boolean isExact(byte[] bytes) {
    try {
      CharBuffer unused =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
