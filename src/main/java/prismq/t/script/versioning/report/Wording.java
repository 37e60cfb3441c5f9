package prismq.t.script.versioning.report;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Numbers;
import prismq.t.script.versioning.web.Times;

/** The wording of a report in all formats. */
final class Wording {
  static final Numbers NUMBERS = new Numbers();

  /** How to check a report. */
  static final String CHECK_COMMAND = "java -jar script-versioning.jar verify --hash ";

  private static final Times TIMES = new Times(Clock.systemUTC());
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Wording() {}

  static String title(Report report) {
    return Messages.text("report.of", report.script().title());
  }

  static String minute(Instant time) {
    return TIMES.toMinute(time);
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
      return Messages.text("report.no_versions");
    }
    String from = TIMES.longDay(earliest);
    String until = TIMES.longDay(latest);
    return from.equals(until) ? from : Messages.text("report.period", from, until);
  }

  /** What was left out by choice, each in a few words; none for a whole history. */
  static List<String> narrowing(Report report) {
    ReportChoices choices = report.choices();
    List<String> parts = new ArrayList<>();
    add(parts, "branch", choices.branch());
    add(parts, "author", choices.author());
    add(parts, "since", choices.from());
    add(parts, "until", choices.until());
    add(parts, "from_version", choices.fromVersion());
    add(parts, "to_version", choices.toVersion());
    return parts;
  }

  private static void add(List<String> parts, String name, @Nullable Object value) {
    if (value != null) {
      parts.add(Messages.text("report.only." + name, value));
    }
  }

  /** How many words were added and removed: “+12 −3”. */
  static String words(Version version) {
    return words(Step.wordsInserted(version), Step.wordsDeleted(version));
  }

  /** Above what a version changed: by whom, when, and how many words. */
  static String stepFacts(Version version) {
    return Messages.text(
        "report.step_facts", version.person().name(), exact(version.createdAt()), words(version));
  }

  /** Unchanged paragraphs that are left out. */
  static String folded(int paragraphs) {
    return Messages.text("report.folded", NUMBERS.count(paragraphs, "paragraph"));
  }

  static String words(long inserted, long deleted) {
    return "+" + NUMBERS.whole(inserted) + " −" + NUMBERS.whole(deleted);
  }

  static String source(String source) {
    return Messages.text(
        switch (source) {
          case "human" -> "source.human";
          case "ai" -> "common.ai";
          case "import" -> "report.imported";
          default -> "source.not_said";
        });
  }

  /** Further facts of a version, each in a few words. */
  static List<String> facts(Report report, Version version) {
    List<String> facts = new ArrayList<>();
    if (report.branches() > 1) {
      facts.add(Messages.text("report.fact.branch", version.branch()));
    }
    Integer merged = version.mergeParentVersion();
    if (merged != null) {
      facts.add(Messages.text("report.fact.merges", merged));
    }
    Integer restored = version.restoredFrom();
    if (restored != null) {
      facts.add(Messages.text("report.fact.restores", restored));
    }
    if ("ai".equals(version.metadata().source())) {
      String model = version.metadata().model();
      facts.add(
          model == null ? Messages.text("common.ai") : Messages.text("report.fact.model", model));
    }
    Number score = version.metadata().reviewScore();
    if (score != null) {
      facts.add(Messages.text("common.score", NUMBERS.short1(score)));
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
    return whole < 60
        ? Messages.text("report.seconds", whole)
        : Messages.text("report.minutes", NUMBERS.whole(whole / 60), whole % 60);
  }

  /** What the hash of the last version proves. */
  static String chain(Version last) {
    return Messages.text("report.chain", last.versionNumber());
  }

  /** When the report was made, of what; the id with letters that the document can have. */
  static String made(Report report, String scriptId) {
    return Messages.text("report.made", exact(report.madeAt()), scriptId);
  }

  /** The replacement for a text that cannot be read. */
  static String unreadable(Report report, DamagedVersionException e) {
    return Messages.text("report.unreadable", damage(report, e));
  }

  /** What is wrong with it; a guest is not told of which script it is. */
  static String damage(Report report, DamagedVersionException e) {
    return report.reader().isGuest() ? Messages.text("share.damaged") : e.sentence();
  }
}
