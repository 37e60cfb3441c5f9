package prismq.t.script.versioning.transfer.git.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who did something and when, as commits and tags have it: {@code Name <address> seconds zone}. Git
 * takes any bytes for that.
 *
 * @param address empty if there is none
 * @param isWhole whether it has an address in angle brackets
 * @param time null if it has none, or one that no clock shows
 * @param zone null if it has none
 */
public record PersonLine(
    byte[] name, byte[] address, boolean isWhole, @Nullable Instant time, @Nullable String zone) {
  private static final Pattern DATE = Pattern.compile("\\s*(-?\\d+)(?:\\s+([+-]\\d+))?\\s*$");
  private static final int MAX_ZONE = 1400;
  private static final int HOUR = 60;

  /** Reads it. */
  public static PersonLine of(byte[] line) {
    // As many characters as bytes.
    String text = new String(line, ISO_8859_1);
    int open = text.indexOf('<');
    int close = text.indexOf('>', open + 1);
    boolean isWhole = open >= 0 && close >= 0;
    String dated = isWhole ? text.substring(text.lastIndexOf('>') + 1) : text;
    Matcher date = DATE.matcher(dated);
    boolean isDated = date.find();
    String rest = isDated && !isWhole ? text.substring(0, date.start()) : text;
    return new PersonLine(
        bytes(isWhole ? text.substring(0, open) : rest.replaceAll("[<>]", " ")),
        bytes(isWhole ? text.substring(open + 1, close) : ""),
        isWhole,
        isDated ? time(date.group(1)) : null,
        isDated ? date.group(2) : null);
  }

  private static byte[] bytes(String text) {
    return text.strip().getBytes(ISO_8859_1);
  }

  private static @Nullable Instant time(String seconds) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(seconds));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  /** Whether there is such a time zone; the seconds count in any. */
  public boolean hasPossibleZone() {
    if (zone == null) {
      return true;
    }
    try {
      int digits = Math.abs(Integer.parseInt(zone));
      return digits <= MAX_ZONE && digits % 100 < HOUR;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
