package prismq.t.script.versioning.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.csv.CsvTable;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Version;

/**
 * The table of versions as comma-separated values in UTF-8, the names of the columns first; no
 * spreadsheet takes anything in it for a formula.
 */
final class CsvReport {
  private static final List<String> COLUMNS =
      List.of(
          "version_number",
          "branch",
          "created_at",
          "author",
          "person",
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

  private CsvReport() {}

  static void write(Reports reports, Report report, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    CsvTable csv = new CsvTable(writer);
    ReportChoices choices = report.choices();
    List<String> columns = new ArrayList<>(COLUMNS);
    if (choices.diff()) {
      columns.add("diff");
    }
    if (choices.texts()) {
      columns.add("content");
    }
    @Nullable ReviewAnnex annex = report.annex();
    @Nullable CsvAnnex review = annex == null ? null : new CsvAnnex(annex);
    if (review != null) {
      columns.addAll(CsvAnnex.COLUMNS);
    }
    csv.row(columns);
    reports.forEachWithTexts(
        report,
        (version, texts) -> {
          List<String> cells = new ArrayList<>(cells(report, version));
          if (choices.diff()) {
            cells.add(text(report, () -> diff(texts, version)));
          }
          if (choices.texts()) {
            cells.add(text(report, () -> texts.of(version).display()));
          }
          if (review != null) {
            cells.addAll(review.cells(version.versionNumber()));
          }
          csv.row(cells);
        });
    writer.flush();
  }

  private static List<String> cells(Report report, Version version) {
    return List.of(
        Integer.toString(version.versionNumber()),
        CsvTable.safe(version.branch()),
        Wording.iso(version.createdAt()),
        CsvTable.safe(version.author().name()),
        CsvTable.safe(version.person().name()),
        CsvTable.safe(version.changeDescription()),
        CsvTable.safe(String.join("; ", report.labels(version))),
        Integer.toString(version.words()),
        Integer.toString(Step.wordsInserted(version)),
        Integer.toString(Step.wordsDeleted(version)),
        Integer.toString(Step.changedPercent(version)),
        orEmpty(version.metadata().reviewScore()),
        orEmpty(version.metadata().lengthSeconds()),
        CsvTable.safe(Step.source(version)),
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

  private static String text(Report report, TextSource reading) {
    try {
      return CsvTable.safe(reading.read());
    } catch (DamagedVersionException e) {
      return CsvTable.safe(Wording.unreadable(report, e));
    }
  }
}
