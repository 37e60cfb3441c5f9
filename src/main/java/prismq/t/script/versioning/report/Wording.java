package prismq.t.script.versioning.report;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.web.Numbers;
import prismq.t.script.versioning.web.Times;

/** The wording of a report in all formats. */
final class Wording {
  static final Numbers NUMBERS = new Numbers();

  /** How to check a report. */
  static final String CHECK_COMMAND = "java -jar script-versioning.jar verify --hash ";

  private static final Times TIMES = new Times(Clock.systemUTC());
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Wording() {}

  static String title(Report report) {
    return "Version history of " + report.script().title();
  }

  static String minute(Instant time) {
    return MINUTE.format(time);
  }

  static String exact(Instant time) {
    return TIMES.exact(time);
  }

  /** As the API writes it. */
  static String iso(Instant time) {
    return MILLISECONDS.format(time);
  }

  /** From when to when the versions were written. */
  static String period(Report report) {
    Instant earliest = report.earliest();
    Instant latest = report.latest();
    if (earliest == null || latest == null) {
      return "No versions";
    }
    String from = DAY.format(earliest);
    String until = DAY.format(latest);
    return from.equals(until) ? from : from + " to " + until;
  }

  /** What was left out by choice, each in a few words; none for a whole history. */
  static List<String> narrowing(Report report) {
    ReportChoices choices = report.choices();
    List<String> parts = new ArrayList<>();
    add(parts, "branch ", choices.branch());
    add(parts, "author ", choices.author());
    add(parts, "written from ", choices.from());
    add(parts, "written until ", choices.until());
    add(parts, "from version ", choices.fromVersion());
    add(parts, "to version ", choices.toVersion());
    return parts;
  }

  private static void add(List<String> parts, String name, @Nullable Object value) {
    if (value != null) {
      parts.add(name + value);
    }
  }

  /** How many words were added and removed: “+12 −3”. */
  static String words(Version version) {
    return words(Step.wordsInserted(version), Step.wordsDeleted(version));
  }

  static String words(long inserted, long deleted) {
    return "+" + NUMBERS.whole(inserted) + " −" + NUMBERS.whole(deleted);
  }

  static String source(String source) {
    return switch (source) {
      case "human" -> "Human";
      case "ai" -> "AI";
      case "import" -> "Imported";
      default -> "Not said";
    };
  }

  /** Further facts of a version, each in a few words. */
  static List<String> facts(Report report, Version version) {
    List<String> facts = new ArrayList<>();
    if (report.branches() > 1) {
      facts.add("on " + version.branch());
    }
    Integer merged = version.mergeParentVersion();
    if (merged != null) {
      facts.add("merges version " + merged);
    }
    Integer restored = version.restoredFrom();
    if (restored != null) {
      facts.add("brings back version " + restored);
    }
    if ("ai".equals(version.metadata().source())) {
      String model = version.metadata().model();
      facts.add(model == null ? "AI" : "AI: " + model);
    }
    Number score = version.metadata().reviewScore();
    if (score != null) {
      facts.add("score " + NUMBERS.short1(score));
    }
    Number length = version.metadata().lengthSeconds();
    if (length != null) {
      facts.add(seconds(length.doubleValue()));
    }
    return facts;
  }

  /** A length: “45 s”, “2 min 5 s”. */
  static String seconds(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : NUMBERS.whole(whole / 60) + " min " + whole % 60 + " s";
  }

  /** What is counted, and against what. */
  static final String COUNTING =
      "Words are counted against the version that each one was made of; all words of a version that"
          + " was made of none count as inserted. A version that merges has those that it took over"
          + " among its own. Times are in UTC.";

  /** What the hash of the last version proves. */
  static String chain(Version last) {
    return "The hash of version "
        + last.versionNumber()
        + " covers its text, its metadata and the hashes of the versions it was made of, and so all"
        + " of their history. To check this report against the database, run:";
  }

  static String made(Report report) {
    return "Made on " + exact(report.madeAt()) + " by PrismQ Script Versioning.";
  }

  /** The replacement for a text that cannot be read. */
  static String unreadable(RuntimeException e) {
    return "This cannot be shown. " + e.getMessage();
  }
}
