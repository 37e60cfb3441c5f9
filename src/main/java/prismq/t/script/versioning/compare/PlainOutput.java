package prismq.t.script.versioning.compare;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Collects a plain text as its bytes in UTF-8, which take less memory than its characters: it may
 * be as long as two of the largest texts.
 */
final class PlainOutput {
  /** Number of characters encoded at once. */
  private static final int PART = 65_536;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StringBuilder part = new StringBuilder();
  private char last;
  private char beforeLast;

  PlainOutput append(String text) {
    return append(text, 0, text.length());
  }

  PlainOutput append(String text, int start, int end) {
    for (int at = start; at < end; at += PART) {
      part.append(text, at, Math.min(end, at + PART));
      encode(PART);
    }
    if (end - start > 1) {
      beforeLast = text.charAt(end - 2);
      last = text.charAt(end - 1);
    } else if (end > start) {
      beforeLast = last;
      last = text.charAt(start);
    }
    return this;
  }

  /** Ends the line, unless it has nothing yet. */
  void startLine() {
    if (last != '\n') {
      append("\n");
    }
  }

  /** Leaves a line blank, unless one is. */
  void startParagraph() {
    startLine();
    if (beforeLast != '\n') {
      append("\n");
    }
  }

  private void encode(int most) {
    if (part.length() < most) {
      return;
    }
    int end = part.length();
    // Both halves of a surrogate pair are encoded together.
    if (most > 0 && Character.isHighSurrogate(part.charAt(end - 1))) {
      end--;
    }
    bytes.writeBytes(part.substring(0, end).getBytes(StandardCharsets.UTF_8));
    part.delete(0, end);
  }

  byte[] bytes() {
    encode(0);
    return bytes.toByteArray();
  }
}
