package prismq.t.script.versioning.transfer.patches;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import prismq.t.script.versioning.history.Author;

/** Writes headers of a mail, in ASCII (RFC 2047), in the forms that {@code git am} reads back. */
final class MailHeaders {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private static final Pattern PLAIN = Pattern.compile("[ -~&&[^=]]{0,200}");
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9' -]{1,60}");

  /** Bytes that make an encoded word of at most 75 characters. */
  private static final int BYTES_OF_A_WORD = 42;

  private static final int MIN_NAME_LENGTH = 3;
  private static final int MAX_NAME_LENGTH = 60;

  private MailHeaders() {}

  /** The date; git knows none before 1970. */
  static String date(Instant time) {
    Instant known = time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
    return DATE.format(known.atOffset(ZoneOffset.UTC));
  }

  /** Any text of one line. */
  static String text(String text) {
    return PLAIN.matcher(text).matches() ? text : encoded(text);
  }

  /** An author with address. */
  static String from(Author author) {
    String clean = author.name().replaceAll("[<>]", "").replace("@", " at ").strip();
    String name = clean.isEmpty() ? "Unknown author" : clean;
    String address = author.email().replaceAll("[<>\\s]", "");
    int length = name.getBytes(StandardCharsets.UTF_8).length;
    if (address.isEmpty() && (length < MIN_NAME_LENGTH || length > MAX_NAME_LENGTH)) {
      // Git takes a name of such a length for none, and the address in its place.
      address = name;
    }
    return name(name, address.contains("@"))
        + " <"
        + (PLAIN.matcher(address).matches() ? address : encoded(address))
        + ">";
  }

  /** Git removes quotation marks and parentheses after decoding, if it sees an @. */
  private static String name(String name, boolean unquoted) {
    if (PLAIN_NAME.matcher(name).matches()) {
      return name;
    }
    return encoded(
        unquoted && name.matches(".*[\"\\\\()].*")
            ? '"' + name.replaceAll("([\"\\\\])", "\\\\$1") + '"'
            : name);
  }

  private static String encoded(String text) {
    StringBuilder words = new StringBuilder();
    StringBuilder word = new StringBuilder();
    int bytes = 0;
    for (int c : text.codePoints().toArray()) {
      int more = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + more > BYTES_OF_A_WORD) {
        words.append(word(word)).append("\n ");
        word.setLength(0);
        bytes = 0;
      }
      word.appendCodePoint(c);
      bytes += more;
    }
    return words.append(word(word)).toString();
  }

  private static String word(StringBuilder text) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }
}
