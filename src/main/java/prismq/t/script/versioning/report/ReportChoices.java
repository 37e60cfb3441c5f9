package prismq.t.script.versioning.report;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionFilter;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/**
 * Selects the versions and the contents of a report; null selects all.
 *
 * @param branch a name it has or had
 * @param author exact name
 * @param from a day, or a time with its offset: not written before it
 * @param until a day, or a time with its offset: not written after that day, or from that time on
 * @param fromVersion not with a smaller number
 * @param toVersion not with a greater number
 * @param diff whether what each version changed is shown by word
 * @param texts whether each version's whole text is shown
 * @param review whether what was said of the versions in review is shown, but never to guests
 */
public record ReportChoices(
    @Nullable String branch,
    @Nullable String author,
    @Nullable String from,
    @Nullable String until,
    @Nullable Integer fromVersion,
    @Nullable Integer toVersion,
    boolean diff,
    boolean texts,
    boolean review) {
  /** All versions, as a table. */
  public static final ReportChoices ALL =
      new ReportChoices(null, null, null, null, null, null, false, false, false);

  /**
   * Takes what makes sense.
   *
   * @throws BadRequestException if a time is none, or something ends before it starts
   */
  public ReportChoices {
    Instant start = time("from", from, 0);
    Instant end = time("until", until, 1);
    if (start != null && end != null && !start.isBefore(end)) {
      throw new BadRequestException(FilledMessage.of("report.period_order", from, until));
    }
    if (fromVersion != null && toVersion != null && fromVersion > toVersion) {
      throw new BadRequestException(
          FilledMessage.of("report.versions_order", fromVersion, toVersion));
    }
  }

  /**
   * What the address asks for.
   *
   * @throws BadRequestException if it asks for what makes no sense
   */
  public static ReportChoices of(Context context) {
    return new ReportChoices(
        Parameters.text(context, "branch"),
        Parameters.text(context, "author"),
        Parameters.text(context, "from"),
        Parameters.text(context, "until"),
        version(context, "from_version"),
        version(context, "to_version"),
        Parameters.flag(context, "diff"),
        Parameters.flag(context, "texts"),
        Parameters.flag(context, "review"));
  }

  /**
   * What was said of a version in review; null for all versions.
   *
   * @param version its number, which is checked where the script is known
   */
  static ReportChoices ofReview(@Nullable Integer version) {
    return new ReportChoices(null, null, null, null, version, version, false, false, true);
  }

  /** What was kept of an address by {@link #kept}; reviews never are. */
  public static ReportChoices kept(String kept) {
    Map<String, String> parameters = Urls.parameters(kept);
    return new ReportChoices(
        parameters.get("branch"),
        parameters.get("author"),
        parameters.get("from"),
        parameters.get("until"),
        number(parameters.get("from_version")),
        number(parameters.get("to_version")),
        parameters.containsKey("diff"),
        parameters.containsKey("texts"),
        false);
  }

  private static @Nullable Integer number(@Nullable String kept) {
    return kept != null && kept.matches("[1-9]\\d{0,8}") ? Integer.valueOf(kept) : null;
  }

  /** What is kept of the choices for guests who open the report later. */
  public String kept() {
    return withoutReview().addTo("").replaceFirst("^\\?", "");
  }

  private static @Nullable Integer version(Context context, String name) {
    int number = Parameters.number(context, name, 0, 1, Integer.MAX_VALUE);
    return number == 0 ? null : number;
  }

  private static @Nullable Instant time(String name, @Nullable String value, int days) {
    if (value == null) {
      return null;
    }
    try {
      return value.length() == "2026-03-31".length()
          ? LocalDate.parse(value).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadRequestException(FilledMessage.of("report.no_time", name, value));
    }
  }

  /**
   * The same of a script, with the name that its branch has now and the one its author is shown by.
   *
   * @throws NotFoundException where the script has no such branch, author or version
   */
  public ReportChoices in(ScriptView view) {
    checkVersion(view.script(), fromVersion);
    checkVersion(view.script(), toVersion);
    return new ReportChoices(
        branch == null ? null : view.branch(branch).name(),
        author == null ? null : shownAuthor(view, author),
        from,
        until,
        fromVersion,
        toVersion,
        diff,
        texts,
        review);
  }

  private static String shownAuthor(ScriptView view, String author) {
    String shown = view.shownAuthor(author);
    List<String> authors = view.authors();
    if (!authors.contains(shown)) {
      throw NotFoundException.author(view.script(), author, authors);
    }
    return shown;
  }

  private static void checkVersion(Script script, @Nullable Integer number) {
    if (number != null && number > script.latestVersion()) {
      throw NotFoundException.version(script, number.toString());
    }
  }

  /** The same for those who are not told of reviews. */
  ReportChoices withoutReview() {
    return new ReportChoices(
        branch, author, from, until, fromVersion, toVersion, diff, texts, false);
  }

  /** Whether any version may be left out. */
  boolean narrows() {
    return branch != null
        || author != null
        || from != null
        || until != null
        || fromVersion != null
        || toVersion != null;
  }

  /** The versions that are asked for, but for their numbers. */
  VersionFilter filter() {
    return new VersionFilter(branch, author, time("from", from, 0), time("until", until, 1), null);
  }

  /** An address with these choices; what is usual is left out. */
  public String addTo(String url) {
    return Urls.with(url, parameters());
  }

  /** The same for a format. */
  public String addTo(String url, ReportFormat format) {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    parameters.put("format", format.parameter());
    parameters.putAll(parameters());
    return Urls.with(url, parameters);
  }

  private Map<String, @Nullable String> parameters() {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    parameters.put("branch", branch);
    parameters.put("author", author);
    parameters.put("from", from);
    parameters.put("until", until);
    parameters.put("from_version", fromVersion == null ? null : fromVersion.toString());
    parameters.put("to_version", toVersion == null ? null : toVersion.toString());
    parameters.put("diff", diff ? "true" : null);
    parameters.put("texts", texts ? "true" : null);
    parameters.put("review", review ? "true" : null);
    return parameters;
  }
}
