package prismq.t.script.versioning.transfer.mediawiki;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * Reads elements that have nothing but characters. Signs that should have been written otherwise
 * are taken as they stand.
 */
final class LeafReader {
  private static final int MAX_AHEAD = 1_000;
  private static final char REPLACEMENT = '\uFFFD';

  private final XmlCharacters in;
  private final DamageLog log;
  private boolean hasHalfCharacters;

  LeafReader(XmlCharacters in, DamageLog log) {
    this.in = in;
    this.log = log;
  }

  /** The characters of the element whose start was read, up to a number; behind its end. */
  String read(String name, int longest) {
    StringBuilder text = new StringBuilder();
    hasHalfCharacters = false;
    boolean isOpen = true;
    while (isOpen) {
      in.takePlain(text, longest);
      switch (in.peek(0)) {
        case XmlCharacters.END -> {
          log.lost(FilledMessage.of("remark.wiki.no_end", name));
          isOpen = false;
        }
        case '<' -> isOpen = readMarkup(name, text, longest);
        case '&' -> readReference(name, text, longest);
        case '\r' -> readLineEnd(text, longest);
        default -> {
          log.repaired(FilledMessage.of("remark.wiki.bad_character", name, codePoint(in.peek(0))));
          takeAsItIs(1, text, longest);
        }
      }
    }
    return hasHalfCharacters ? wholeCharacters(text) : text.toString();
  }

  /** Whether the element goes on behind what the sign begins. */
  private boolean readMarkup(String name, StringBuilder text, int longest) {
    if (in.skip("<![CDATA[")) {
      return readCharacterData(name, text, longest);
    }
    String tag = XmlTag.peek(in);
    if (tag.startsWith("/") && tag.substring(1).equals(name)) {
      XmlTag.read(in);
      return false;
    }
    if (!tag.isEmpty() && Schema.endsLeaf(name, tag) && isAmongElements()) {
      if (name.equals("text")) {
        log.lost(FilledMessage.of("remark.wiki.no_end", "text"));
      } else {
        log.repaired(FilledMessage.of("remark.wiki.no_end", name));
      }
      return false;
    }
    log.repaired(FilledMessage.of("remark.wiki.less_than", name));
    takeAsItIs(1, text, longest);
    return true;
  }

  private boolean readCharacterData(String name, StringBuilder text, int longest) {
    while (in.peek(0) != XmlCharacters.END && !in.skip("]]>")) {
      if (isAtBorder()) {
        log.lost(FilledMessage.of("remark.wiki.cdata", name));
        return false;
      }
      if (in.peek(0) == '\r') {
        readLineEnd(text, longest);
      } else {
        takeAsItIs(1, text, longest);
      }
    }
    return true;
  }

  /** Whether a page, a revision or the whole begins or ends here. */
  boolean isAtBorder() {
    return in.peek(0) == '<' && Schema.isBorder(XmlTag.peek(in)) && isAmongElements();
  }

  /** Whether what follows the next tag shows that it is one, not a part of a text. */
  private boolean isAmongElements() {
    int at = 1;
    while (in.peek(at) != '>') {
      if (in.peek(at) == XmlCharacters.END || in.peek(at) == '<' || at > MAX_AHEAD) {
        return false;
      }
      at++;
    }
    do {
      at++;
    } while (XmlTag.isSpace(in.peek(at)) && at < MAX_AHEAD);
    return in.peek(at) == XmlCharacters.END
        || Schema.canFollow(XmlTag.peek(in), XmlTag.peek(in, at));
  }

  private void readReference(String name, StringBuilder text, int longest) {
    int before = text.length();
    if (XmlReference.read(in, text)) {
      checkReferred(name, text, before);
      text.setLength(Math.min(text.length(), Math.max(longest, before)));
      return;
    }
    @Nullable String unknown = XmlReference.name(in);
    log.repaired(
        unknown == null
            ? FilledMessage.of("remark.wiki.ampersand", name)
            : FilledMessage.of("remark.wiki.unknown_entity", name, unknown));
    takeAsItIs(1, text, longest);
  }

  private void checkReferred(String name, StringBuilder text, int position) {
    char referred = text.charAt(position);
    hasHalfCharacters |= Character.isSurrogate(referred);
    if ((referred < ' ' && referred != '\n' && referred != '\t' && referred != '\r')
        || referred >= '\uFFFE') {
      log.repaired(FilledMessage.of("remark.wiki.bad_character", name, codePoint(referred)));
    }
  }

  private static String codePoint(int character) {
    return String.format(Locale.ROOT, "U+%04X", character);
  }

  private void takeAsItIs(int count, StringBuilder text, int longest) {
    for (int i = 0; i < count && text.length() < longest; i++) {
      text.append((char) in.peek(i));
    }
    in.skip(count);
  }

  /** Every line ends with a line feed in what XML gives. */
  private void readLineEnd(StringBuilder text, int longest) {
    if (in.peek(1) != '\n' && text.length() < longest) {
      text.append('\n');
    }
    in.skip(1);
  }

  private String wholeCharacters(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      boolean isPair =
          i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
      if (isPair) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        log.repaired(FilledMessage.of("remark.wiki.halves"));
        text.setCharAt(i, REPLACEMENT);
      }
    }
    return text.toString();
  }
}
