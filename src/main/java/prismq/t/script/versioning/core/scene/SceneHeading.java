package prismq.t.script.versioning.core.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The parts of a scene's heading, in capitals and each empty where it is not there.
 *
 * @param setting whether it is inside or outside
 * @param time of the day
 */
public record SceneHeading(String setting, String place, String time) {
  private static final int LONGEST_SETTING = 14;

  /** The parts of a heading. */
  public static SceneHeading of(String heading) {
    String plain = plain(heading);
    int settingEnd = settingEnd(plain);
    int dash = plain.lastIndexOf(" - ");
    int timeStart = dash < settingEnd ? plain.length() : dash;
    return new SceneHeading(
        plain.substring(0, settingEnd).replace(".", "").strip(),
        plain.substring(settingEnd, timeStart).strip(),
        plain.substring(Math.min(plain.length(), timeStart + 3)).strip());
  }

  /** A part that changed. */
  public record Renaming(String part, String from, String to) {}

  /** The parts that another heading has otherwise. */
  public List<Renaming> changesTo(SceneHeading other) {
    List<Renaming> changes = new ArrayList<>();
    add(changes, "setting", setting, other.setting);
    add(changes, "place", place, other.place);
    add(changes, "time", time, other.time);
    return changes;
  }

  private static void add(List<Renaming> changes, String part, String from, String to) {
    if (!from.equals(to)) {
      changes.add(new Renaming(part, from, to));
    }
  }

  private static int settingEnd(String plain) {
    int end = plain.indexOf(' ');
    if (end < 0 || end > LONGEST_SETTING) {
      return 0;
    }
    String first = plain.substring(0, end);
    boolean isSetting =
        first.endsWith(".") || first.matches("INT|EXT|EST|I/E|E/I|INT\\.?/EXT|EXT\\.?/INT");
    return isSetting ? end : 0;
  }

  /** A heading in capitals, with one kind of dash and one blank at a time. */
  private static String plain(String heading) {
    StringBuilder plain = new StringBuilder(heading.length());
    boolean isBlank = true;
    for (int i = 0; i < heading.length(); i++) {
      char character = heading.charAt(i);
      boolean isDash = "-‐‑‒–—―−".indexOf(character) >= 0;
      boolean isSpace = Character.isWhitespace(character) || character == '\u00A0';
      if (isDash && isRepeatedDash(plain)) {
        continue;
      }
      if (!isSpace || !isBlank) {
        plain.append(isDash ? '-' : isSpace ? ' ' : character);
      }
      isBlank = isSpace;
    }
    return plain.toString().strip().toUpperCase(Locale.ROOT);
  }

  private static boolean isRepeatedDash(StringBuilder plain) {
    return plain.length() > 0 && plain.charAt(plain.length() - 1) == '-';
  }
}
