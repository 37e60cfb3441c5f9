package prismq.t.script.versioning.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Version;

/**
 * The table of versions as comma-separated values (RFC 4180): UTF-8, rows ended by CRLF, the names
 * of the columns first. What a spreadsheet would take for a formula has an apostrophe before it.
 */
final class CsvReport {
  /**
   * What formulas begin with, in spreadsheets of all countries, where a cell begins: also behind a
   * semicolon, a tab or a line break, at which a spreadsheet that splits at those begins another.
   */
  private static final Pattern FORMULA_START =
      Pattern.compile("(?<![^;\\t\\r\\n])(?=[\\p{Z}\"\\uFEFF]*[=+\\-@＝＋－＠])");

  private static final Pattern PLAIN =
      Pattern.compile("(?![\\s\\p{Z}])[^,;\"\\t\\r\\n]*(?<![\\s\\p{Z}])");

  private static final List<String> COLUMNS =
      List.of(
          "version_number",
          "branch",
          "created_at",
          "author",
          "change_description",
          "labels",
          "words",
          "words_inserted",
          "words_deleted",
          "changed_percent",
          "review_score",
          "length_seconds",
          "source",
          "parent_version",
          "merge_parent_version",
          "restored_from",
          "content_hash",
          "version_hash");

  private final Writer out;

  private CsvReport(Writer out) {
    this.out = out;
  }

  static void write(Reports reports, Report report, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    CsvReport csv = new CsvReport(writer);
    ReportChoices choices = report.choices();
    List<String> columns = new ArrayList<>(COLUMNS);
    if (choices.diff()) {
      columns.add("diff");
    }
    if (choices.texts()) {
      columns.add("content");
    }
    csv.row(columns);
    reports.forEachWithTexts(
        report,
        (version, texts) -> {
          List<String> cells = new ArrayList<>(cells(report, version));
          if (choices.diff()) {
            cells.add(text(() -> diff(texts, version)));
          }
          if (choices.texts()) {
            cells.add(text(() -> texts.of(version).display()));
          }
          csv.row(cells);
        });
    writer.flush();
  }

  private static List<String> cells(Report report, Version version) {
    return List.of(
        Integer.toString(version.versionNumber()),
        safe(version.branch()),
        Wording.iso(version.createdAt()),
        safe(version.author().name()),
        safe(version.changeDescription()),
        safe(String.join("; ", report.labels(version))),
        Integer.toString(version.words()),
        Integer.toString(Step.wordsInserted(version)),
        Integer.toString(Step.wordsDeleted(version)),
        Integer.toString(Step.changedPercent(version)),
        orEmpty(version.metadata().reviewScore()),
        orEmpty(version.metadata().lengthSeconds()),
        safe(Step.source(version)),
        orEmpty(version.parentVersion()),
        orEmpty(version.mergeParentVersion()),
        orEmpty(version.restoredFrom()),
        version.contentHash().hex(),
        version.versionHash().hex());
  }

  private static String orEmpty(@Nullable Number number) {
    return number == null ? "" : number.toString();
  }

  private static String diff(Reports.Texts texts, Version version) {
    Comparison step = texts.step(version);
    return step == null ? "" : MarkedText.of(step);
  }

  /** Reads a text. */
  private interface TextSource {
    String read();
  }

  private static String text(TextSource reading) {
    try {
      return safe(reading.read());
    } catch (DamagedVersionException e) {
      return safe(Wording.unreadable(e));
    }
  }

  /** A text that no spreadsheet takes for a formula. */
  private static String safe(String text) {
    return FORMULA_START.matcher(text).replaceAll("'");
  }

  private void row(List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      out.write(i == 0 ? "" : ",");
      out.write(quoted(cells.get(i)));
    }
    out.write("\r\n");
  }

  private static String quoted(String cell) {
    return PLAIN.matcher(cell).matches() ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
