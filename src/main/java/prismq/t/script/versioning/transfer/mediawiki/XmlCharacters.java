package prismq.t.script.versioning.transfer.mediawiki;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * The characters of an XML file, with a look ahead. Bytes that are wrong in its encoding are passed
 * over, and counted where they stand; an input that cannot be read further has ended.
 */
final class XmlCharacters {
  static final int END = -1;

  private static final int BUFFER_LENGTH = 65_536;
  private static final char REPLACEMENT = '\uFFFD';

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final boolean isUtf8;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_LENGTH).flip();
  private final char[] buffer = new char[BUFFER_LENGTH];
  private int position;
  private int limit;
  private long before;
  private boolean isInputRead;
  private final Deque<Long> wrong = new ArrayDeque<>();
  private @Nullable IOException failure;

  XmlCharacters(BufferedInputStream in) throws IOException {
    this.in = in;
    this.decoder =
        XmlEncoding.of(in)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.isUtf8 = decoder.charset().equals(StandardCharsets.UTF_8);
  }

  /** The character a number of places ahead, up to half of the buffer; {@link #END} for none. */
  int peek(int ahead) {
    return position + ahead < limit || fill(ahead) ? buffer[position + ahead] : END;
  }

  /** Goes on by characters that were looked at. */
  void skip(int count) {
    position += count;
  }

  /** Whether these characters come next. */
  boolean startsWith(String wanted) {
    for (int i = 0; i < wanted.length(); i++) {
      if (peek(i) != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Goes past these characters, if they come next. */
  boolean skip(String wanted) {
    boolean isNext = startsWith(wanted);
    position += isNext ? wanted.length() : 0;
    return isNext;
  }

  /** Takes the characters up to the next that means something to XML, or that it forbids. */
  void takePlain(StringBuilder to, int longest) {
    while (peek(0) != END) {
      int start = position;
      while (position < limit && isPlain(buffer[position])) {
        position++;
      }
      to.append(buffer, start, Math.max(0, Math.min(position - start, longest - to.length())));
      if (position < limit) {
        return;
      }
    }
  }

  private static boolean isPlain(char one) {
    return one >= ' ' ? one != '<' && one != '&' && one < '\uFFFE' : one == '\n' || one == '\t';
  }

  /** Whether bytes before this place, after the last call, were wrong in the encoding. */
  boolean takeWrongBytes() {
    boolean isAny = false;
    while (!wrong.isEmpty() && wrong.peek() < before + position) {
      wrong.remove();
      isAny = true;
    }
    return isAny;
  }

  /** How wrong bytes were read, as a part of a sentence. */
  FilledMessage readingOfWrongBytes() {
    return FilledMessage.of(
        isUtf8 ? "remark.wiki.bytes_read" : "remark.wiki.bytes_replaced", decoder.charset().name());
  }

  /** Why the input ended before its end; null if it did not. */
  @Nullable IOException failure() {
    return failure;
  }

  private boolean fill(int ahead) {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    before += position;
    limit -= position;
    position = 0;
    CharBuffer target = CharBuffer.wrap(buffer);
    target.position(limit);
    while (target.position() <= ahead && decode(target)) {
      // Until there are enough, or no more.
    }
    limit = target.position();
    return ahead < limit;
  }

  /** Decodes what there is; false at the end. */
  private boolean decode(CharBuffer target) {
    CoderResult result = decoder.decode(bytes, target, isInputRead);
    if (result.isError()) {
      for (int i = result.length(); i > 0 && target.hasRemaining(); i--) {
        wrong.add(before + target.position());
        target.put(read(bytes.get()));
      }
      return true;
    }
    return !result.isOverflow() && !isInputRead && readBytes();
  }

  private char read(byte wrongByte) {
    return isUtf8
        ? XmlEncoding.WINDOWS_1252.decode(ByteBuffer.wrap(new byte[] {wrongByte})).get()
        : REPLACEMENT;
  }

  private boolean readBytes() {
    bytes.compact();
    try {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      isInputRead = read < 0;
      bytes.position(bytes.position() + Math.max(read, 0));
    } catch (IOException e) {
      failure = e;
      isInputRead = true;
    }
    bytes.flip();
    return true;
  }
}
