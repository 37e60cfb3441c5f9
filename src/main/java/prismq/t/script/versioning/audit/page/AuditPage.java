package prismq.t.script.versioning.audit.page;

import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEntry;
import prismq.t.script.versioning.audit.AuditFilter;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.csv.CsvTable;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;

/** The page with the audit log, and the same as a table. */
public final class AuditPage {
  private static final int ENTRIES_A_PAGE = 100;
  private static final int PEOPLE_OFFERED = 500;
  private static final int ROWS_AT_ONCE = 1_000;

  private static final List<String> COLUMNS =
      List.of(
          "entry_number",
          "happened_at",
          "act",
          "actor",
          "address",
          "script_id",
          "version_number",
          "thing",
          "entry_hash");

  private final AuditLog log;
  private final Pages pages;

  /** Shows this log. */
  public AuditPage(AuditLog log, Pages pages) {
    this.log = log;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param entries newest first
   * @param people names to choose from
   * @param olderUrl null where there are no older entries
   */
  record Model(
      AuditChoices choices,
      List<AuditRow> entries,
      List<AuditAct> acts,
      List<String> people,
      int daysKept,
      @Nullable String olderUrl) {
    public String csvUrl() {
      return choices.csvUrl();
    }
  }

  /** Answers {@code /audit}. */
  public void show(Context context) {
    AuditChoices choices = AuditChoices.of(context);
    long below = Parameters.number(context, "before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    List<AuditEntry> found = log.entries(choices.filter(), below, ENTRIES_A_PAGE + 1);
    List<AuditEntry> shown = found.subList(0, Math.min(ENTRIES_A_PAGE, found.size()));
    boolean hasOlder = found.size() > shown.size();
    Model model =
        new Model(
            choices,
            shown.stream().map(AuditRow::of).toList(),
            Arrays.stream(AuditAct.values()).sorted(Comparator.comparing(AuditAct::title)).toList(),
            log.people(PEOPLE_OFFERED),
            (int) AuditLog.ADDRESSES_KEPT.toDays(),
            hasOlder ? choices.urlBefore(shown.get(shown.size() - 1).number()) : null);
    // Not kept in the cache of pages, and by no browser: it is about people.
    pages.answer(context, 200, "audit/audit", model);
  }

  /** Answers {@code /audit.csv}. */
  public void csv(Context context) throws IOException {
    AuditFilter filter = AuditChoices.of(context).filter();
    context.contentType("text/csv; charset=utf-8");
    context.header("Cache-Control", "no-store");
    context.header("Content-Disposition", "attachment; filename=\"audit.csv\"");
    Writer writer =
        new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8));
    CsvTable table = new CsvTable(writer);
    table.row(COLUMNS);
    long below = AuditLog.ABOVE_ALL;
    List<AuditEntry> entries;
    do {
      entries = log.entries(filter, below, ROWS_AT_ONCE);
      for (AuditEntry entry : entries) {
        table.row(cells(entry));
        below = entry.number();
      }
    } while (entries.size() == ROWS_AT_ONCE);
    writer.flush();
  }

  private static List<String> cells(AuditEntry entry) {
    return List.of(
        Long.toString(entry.number()),
        entry.at().toString(),
        entry.act(),
        CsvTable.safe(entry.actor()),
        CsvTable.safe(entry.address() == null ? "" : entry.address()),
        CsvTable.safe(entry.scriptId() == null ? "" : entry.scriptId()),
        entry.versionNumber() == null ? "" : entry.versionNumber().toString(),
        CsvTable.safe(entry.thing()),
        entry.hash().hex());
  }
}
