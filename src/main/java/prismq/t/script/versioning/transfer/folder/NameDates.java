package prismq.t.script.versioning.transfer.folder;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.Folding;

/**
 * Finds dates in names, such as 2024-01-03, 3-1-2024 and 3 Jan 2024.
 *
 * @param isDayFirst whether 3-1-2024 is in January; with full stops it always is
 */
record NameDates(boolean isDayFirst) {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)([-_. ]?)(\\d\\d?)\\2(\\d\\d?)(?!\\d)");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<![\\d.])(\\d\\d?)([-_. ])(\\d\\d?)\\2((?:19|20)\\d\\d)(?!\\d)");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("(?<![\\d.])(\\d\\d?)(-)(\\d\\d?)-(\\d\\d)(?!\\d|-)");
  private static final String MONTH =
      "(jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)[a-z]*";
  private static final Pattern DAY_AND_MONTH =
      Pattern.compile(
          "(?<!\\d)(\\d\\d?)(?:st|nd|rd|th|\\.)?[-_. ]*"
              + MONTH
              + "[-_., ]*((?:19|20)\\d\\d)(?!\\d)");
  private static final Pattern MONTH_AND_DAY =
      Pattern.compile(
          "(?<![a-z])"
              + MONTH
              + "[-_. ]*(\\d\\d?)(?:st|nd|rd|th)?[-_., ]+((?:19|20)\\d\\d)(?!\\d)");
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("mai", 5),
          Map.entry("may", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("okt", 10),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("dez", 12),
          Map.entry("dec", 12));

  /** A date and where it stands in a name. */
  record NameDate(int start, int end, LocalDate date) {}

  /** Reads the dates of all these names in the same way: a number above twelve is no month. */
  static NameDates of(List<DraftFile> files) {
    boolean isDaySecond = false;
    boolean isDayFirst = false;
    for (DraftFile file : files) {
      for (Pattern pattern : List.of(YEAR_LAST, SHORT_YEAR)) {
        for (MatchResult match : pattern.matcher(file.name()).results().toList()) {
          isDayFirst |= Integer.parseInt(match.group(1)) > 12;
          isDaySecond |= Integer.parseInt(match.group(3)) > 12;
        }
      }
    }
    return new NameDates(isDayFirst && !isDaySecond);
  }

  /** The first date in a name; empty if there is none. */
  Optional<NameDate> in(String name) {
    String folded = Folding.fold(name);
    // Where folding changes the length, positions would not fit.
    String text = folded.length() == name.length() ? folded : name;
    @Nullable NameDate first = null;
    for (Pattern pattern :
        List.of(YEAR_FIRST, YEAR_LAST, SHORT_YEAR, DAY_AND_MONTH, MONTH_AND_DAY)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        Optional<LocalDate> date = date(pattern, matcher);
        if (date.isPresent() && (first == null || matcher.start() < first.start())) {
          first = new NameDate(matcher.start(), matcher.end(), date.get());
        }
      }
    }
    return Optional.ofNullable(first);
  }

  private Optional<LocalDate> date(Pattern pattern, Matcher found) {
    if (pattern.equals(DAY_AND_MONTH)) {
      return date(number(found, 3), month(found.group(2)), number(found, 1));
    }
    if (pattern.equals(MONTH_AND_DAY)) {
      return date(number(found, 3), month(found.group(1)), number(found, 2));
    }
    if (pattern.equals(YEAR_FIRST)) {
      // 2024113 may be anything.
      boolean isWhole = !found.group(2).isEmpty() || found.end() - found.start() == 8;
      return isWhole
          ? date(number(found, 1), number(found, 3), number(found, 4))
          : Optional.empty();
    }
    int year = number(found, 4) + (pattern.equals(SHORT_YEAR) ? 2000 : 0);
    boolean isDay = isDayFirst || found.group(2).equals(".");
    Optional<LocalDate> usual =
        date(year, number(found, isDay ? 3 : 1), number(found, isDay ? 1 : 3));
    return usual.isPresent()
        ? usual
        : date(year, number(found, isDay ? 1 : 3), number(found, isDay ? 3 : 1));
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static int month(String name) {
    return MONTHS.getOrDefault(name, 0);
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
