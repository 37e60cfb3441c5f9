package prismq.t.script.versioning.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.BadRequestException;

/** The formats of a report. */
public enum ReportFormat {
  /** A page in one file, for the browser and its printer. */
  HTML("HTML", ".html", "text/html; charset=utf-8"),
  /** For print and filing. */
  PDF("PDF", ".pdf", "application/pdf"),
  /** The table of versions, for a spreadsheet. */
  CSV("CSV", ".csv", "text/csv; charset=utf-8; header=present"),
  /** For programs. */
  JSON("JSON", ".json", "application/json"),
  /** For a wiki or a repository. */
  MARKDOWN("Markdown", ".md", "text/markdown; charset=utf-8");

  private final String title;
  private final String ending;
  private final String contentType;

  ReportFormat(String title, String ending, String contentType) {
    this.title = title;
    this.ending = ending;
    this.contentType = contentType;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** The ending of a file's name, with its full stop. */
  public String ending() {
    return ending;
  }

  /** The media type. */
  public String contentType() {
    return contentType;
  }

  /** What addresses and options call it. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format of this name in addresses and options, regardless of case; HTML for null. The ending
   * of a file is a name of it, too.
   *
   * @throws BadRequestException if there is none of that name
   */
  public static ReportFormat of(@Nullable String parameter) {
    return Arrays.stream(values())
        .filter(format -> parameter == null || format.isNamed(parameter))
        .findFirst()
        .orElseThrow(
            () ->
                new BadRequestException(FilledMessage.of("report.no_format", names(), parameter)));
  }

  private boolean isNamed(String word) {
    return parameter().equalsIgnoreCase(word) || ending.equalsIgnoreCase("." + word);
  }

  /** The format of a file by the extension of its name; null for none. */
  static @Nullable ReportFormat ofFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> lower.endsWith(format.ending))
        .findFirst()
        .orElse(null);
  }

  private static String names() {
    return listed(ReportFormat::parameter);
  }

  /** All endings of files, as in a sentence. */
  static String endings() {
    return listed(ReportFormat::ending);
  }

  private static String listed(Function<ReportFormat, String> word) {
    ReportFormat[] all = values();
    String most = Arrays.stream(all, 0, all.length - 1).map(word).collect(Collectors.joining(", "));
    return Messages.text("report.or", most, word.apply(all[all.length - 1]));
  }
}
