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
 * @param time null if it has none, or one that cannot be read or that no clock shows
 * @param zone whatever stands in its place; null if it has none
 */
public record PersonLine(
    byte[] name, byte[] address, boolean isWhole, @Nullable Instant time, @Nullable String zone) {

  /**
   * Seconds and a zone and nothing else, for the end of another text would be read as a time that
   * nobody meant: not a zone alone, and with few digits nothing but a zone behind them.
   */
  private static final Pattern DATE =
      Pattern.compile(
          "(?![+-]\\d{4}\\s*$)"
              + "(?:(?<seconds>-?\\d+)(?:\\s+(?<zone>[+-]\\d+))?"
              + "|(?<many>\\d{9,})\\s+(?<other>\\S+))\\s*");

  /** The same at the end of a name, which may itself end with a number. */
  private static final Pattern DATE_AFTER_NAME =
      Pattern.compile("(?<!\\S)(?<seconds>-?\\d{9,})(?:\\s+(?<zone>[+-]\\d+))?\\s*$");

  private static final Pattern ZONE = Pattern.compile("[+-]\\d+");
  private static final int MAX_ZONE = 1400;
  private static final int HOUR = 60;

  /** Reads it. */
  public static PersonLine of(byte[] line) {
    // As many characters as bytes.
    String text = new String(line, ISO_8859_1);
    int open = text.indexOf('<');
    int close = text.indexOf('>', open + 1);
    boolean isWhole = open >= 0 && close >= 0;
    byte[] name = bytes(isWhole ? text.substring(0, open) : text.replaceAll("[<>]", " "));
    byte[] address = bytes(isWhole ? text.substring(open + 1, close) : "");
    Matcher date =
        isWhole
            ? DATE.matcher(text.substring(text.lastIndexOf('>') + 1).strip())
            : DATE_AFTER_NAME.matcher(text);
    if (!(isWhole ? date.matches() : date.find())) {
      return new PersonLine(name, address, isWhole, null, null);
    }
    if (!isWhole) {
      name = bytes(text.substring(0, date.start()).replaceAll("[<>]", " "));
    }
    boolean isUsual = date.group("seconds") != null;
    return new PersonLine(
        name,
        address,
        isWhole,
        time(date.group(isUsual ? "seconds" : "many")),
        date.group(isUsual ? "zone" : "other"));
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
    if (!ZONE.matcher(zone).matches()) {
      return false;
    }
    try {
      int digits = Math.abs(Integer.parseInt(zone));
      return digits <= MAX_ZONE && digits % 100 < HOUR;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
