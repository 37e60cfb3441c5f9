package prismq.t.script.versioning.transfer.mediawiki;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportException;

/**
 * The encoding of an XML file, as XML 1.0 (appendix F) finds it: by a byte order mark, by the bytes
 * of the first character, or by the declaration; otherwise UTF-8.
 */
final class XmlEncoding {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final int DECLARATION_BYTES = 1_024;
  private static final int MAX_NAME_LENGTH = 60;
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml\\b[^>]*?\\bencoding\\s*=\\s*[\"']\\s*([^\"'>]*?)\\s*[\"']");

  private XmlEncoding() {}

  /**
   * The encoding; the input is then behind the byte order mark.
   *
   * @throws ImportException if the declared one is not known
   */
  static Charset of(BufferedInputStream in) throws IOException {
    in.mark(DECLARATION_BYTES);
    byte[] start = readable(in, DECLARATION_BYTES);
    in.reset();
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      return behindMark(in, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(start, 0xFF, 0xFE, 0, 0)) {
      return behindMark(in, 4, Charset.forName("UTF-32LE"));
    }
    if (startsWith(start, 0, 0, 0xFE, 0xFF)) {
      return behindMark(in, 4, Charset.forName("UTF-32BE"));
    }
    if (startsWith(start, 0xFF, 0xFE)) {
      return behindMark(in, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(start, 0xFE, 0xFF)) {
      return behindMark(in, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(start, '<', 0, 0, 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (startsWith(start, 0, 0, 0, '<')) {
      return Charset.forName("UTF-32BE");
    }
    if (startsWith(start, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(start, 0, '<') ? StandardCharsets.UTF_16BE : declared(start);
  }

  /** Some bytes, or as many of them as can be read. */
  static byte[] readable(InputStream in, int most) {
    byte[] start = new byte[most];
    int length = 0;
    try {
      for (int read = in.read(start);
          read > 0;
          read = in.read(start, length, start.length - length)) {
        length += read;
      }
    } catch (IOException e) {
      return Arrays.copyOf(start, length);
    }
    return Arrays.copyOf(start, length);
  }

  private static Charset behindMark(BufferedInputStream in, int length, Charset encoding)
      throws IOException {
    in.skipNBytes(length);
    return encoding;
  }

  private static Charset declared(byte[] start) {
    Matcher declaration = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
    if (!declaration.find() || declaration.group(1).isEmpty()) {
      return StandardCharsets.UTF_8;
    }
    try {
      Charset told = Charset.forName(declaration.group(1));
      if (told.equals(StandardCharsets.ISO_8859_1) || told.equals(StandardCharsets.US_ASCII)) {
        // What is called so has the letters of Windows-1252, as browsers too take it.
        return WINDOWS_1252;
      }
      // A declaration that could be read byte by byte is in no encoding of wider units.
      return told.name().startsWith("UTF-16") || told.name().startsWith("UTF-32")
          ? StandardCharsets.UTF_8
          : told;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new ImportException(
          FilledMessage.of(
              "import.wiki.encoding", PlainText.line(declaration.group(1), MAX_NAME_LENGTH)),
          e);
    }
  }

  private static boolean startsWith(byte[] start, int... wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (start.length <= i || (start[i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
