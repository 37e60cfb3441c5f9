package prismq.t.script.versioning.transfer.git.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A commit or a tag as git keeps it: lines of a head, a blank one, and a message, all bytes. */
public record RawObject(byte[] bytes) {
  /** The rest of the first line of the head that begins with a word; null if none does. */
  public byte @Nullable [] line(String word) {
    int start = 0;
    while (start < bytes.length && bytes[start] != '\n') {
      int end = endOfLine(start);
      if (startsWith(start, word)) {
        return Arrays.copyOfRange(bytes, start + word.length() + 1, end);
      }
      start = end + 1;
    }
    return null;
  }

  private boolean startsWith(int start, String word) {
    int end = start + word.length();
    if (end >= bytes.length || bytes[end] != ' ') {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** What stands below the head. */
  public byte[] message() {
    int start = 0;
    while (start < bytes.length && bytes[start] != '\n') {
      start = endOfLine(start) + 1;
    }
    return start >= bytes.length ? new byte[0] : Arrays.copyOfRange(bytes, start + 1, bytes.length);
  }

  private int endOfLine(int start) {
    int end = start;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  /** The name or message with these bytes, in the encoding that the head names. */
  public EncodedText text(byte[] part) {
    byte @Nullable [] encoding = line("encoding");
    return EncodedText.of(part, encoding == null ? null : GuessedText.of(encoding).text());
  }
}
