package prismq.t.script.versioning.transfer.office;

/** Takes the bytes of a file in the Rich Text Format apart into its marks, words and bytes. */
final class RichTextScanner {
  /** What was read last. */
  enum RichTextMark {
    OPEN,
    CLOSE,
    WORD,
    BYTE,
    END
  }

  private static final int LONGEST_WORD = 40;
  private static final int LONGEST_NUMBER = 10;

  private final byte[] bytes;
  private int at;
  private String word = "";
  private int number;
  private boolean hasNumber;

  RichTextScanner(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Goes to the next mark, word or byte. */
  RichTextMark next() {
    while (at < bytes.length) {
      byte read = bytes[at++];
      switch (read) {
        case '{' -> {
          return RichTextMark.OPEN;
        }
        case '}' -> {
          return RichTextMark.CLOSE;
        }
        case '\\' -> {
          return control();
        }
        case '\r', '\n', 0 -> {
          // Lines of the file are no lines of the text.
        }
        default -> {
          number = read & 0xFF;
          return RichTextMark.BYTE;
        }
      }
    }
    return RichTextMark.END;
  }

  private RichTextMark control() {
    if (at == bytes.length) {
      return RichTextMark.END;
    }
    if (!isLetter(bytes[at])) {
      return sign((char) (bytes[at++] & 0xFF));
    }
    int start = at;
    while (at < bytes.length && isLetter(bytes[at]) && at - start < LONGEST_WORD) {
      at++;
    }
    word = ascii(start, at);
    readNumber();
    if (at < bytes.length && bytes[at] == ' ') {
      at++;
    }
    if (word.equals("bin") && number > 0) {
      at += Math.min(number, bytes.length - at);
    }
    return RichTextMark.WORD;
  }

  private void readNumber() {
    int start = at;
    boolean isNegative = at < bytes.length && bytes[at] == '-';
    int end = isNegative ? at + 1 : at;
    int first = end;
    while (end < bytes.length
        && Character.digit(bytes[end], 10) >= 0
        && end - first < LONGEST_NUMBER) {
      end++;
    }
    hasNumber = end > first;
    number = 0;
    if (hasNumber) {
      long value = Long.parseLong(ascii(start, end));
      number = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
      at = end;
    }
  }

  /** A control of one sign; a byte in hexadecimal digits is a byte like others. */
  private RichTextMark sign(char sign) {
    if (sign == '\'' && at + 2 <= bytes.length) {
      int high = Character.digit(bytes[at], 16);
      int low = Character.digit(bytes[at + 1], 16);
      if (high >= 0 && low >= 0) {
        at += 2;
        number = 16 * high + low;
        return RichTextMark.BYTE;
      }
    }
    if (sign == '\\' || sign == '{' || sign == '}') {
      number = sign;
      return RichTextMark.BYTE;
    }
    word = sign == '\n' || sign == '\r' ? "par" : Character.toString(sign);
    hasNumber = false;
    number = 0;
    return RichTextMark.WORD;
  }

  private static boolean isLetter(byte one) {
    return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
  }

  private String ascii(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append((char) bytes[i]);
    }
    return text.toString();
  }

  /** The word, or the sign, of a control. */
  String word() {
    return word;
  }

  /** The number behind a word; 0 if there is none. */
  int number() {
    return number;
  }

  /** The byte that was read last, from 0 to 255. */
  int value() {
    return number;
  }

  /** Whether a word turns something on: it has no number, or one that is not 0. */
  boolean isOn() {
    return !hasNumber || number != 0;
  }

  boolean hasNumber() {
    return hasNumber;
  }
}
