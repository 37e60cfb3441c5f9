package prismq.t.script.versioning.report;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Urls;

/** The page on which a report is chosen, with how it will look. */
public final class ReportPage {
  private final VersionManager versionManager;
  private final Reports reports;
  private final Pages pages;

  /** Offers what the one has, and shows what the other makes of it. */
  public ReportPage(VersionManager versionManager, Reports reports, Pages pages) {
    this.versionManager = versionManager;
    this.reports = reports;
    this.pages = pages;
  }

  private record ReportData(
      Reports.ReportStart start, List<Branch> branches, List<String> authors) {}

  /** The address of a report in a format. */
  record Download(String title, String url, String fileName) {}

  /**
   * What the template shows.
   *
   * @param preview the start of the report as HTML, all text escaped
   */
  record Model(
      Script script,
      ReportChoices choices,
      int versions,
      List<Branch> branches,
      List<String> authors,
      List<Download> downloads,
      String openUrl,
      String preview) {
    public String url() {
      return Urls.report(script.scriptId());
    }

    /** Whether a time is given to the second, which a field for a day would lose. */
    public boolean isTime(@Nullable String time) {
      return time != null && time.length() > "2026-03-31".length();
    }

    public String historyUrl() {
      return Urls.history(script.scriptId());
    }
  }

  /** Answers {@code /scripts/{script_id}/report}. */
  public void show(Context context) {
    pages.show(context, "report/report", () -> model(context));
  }

  private Model model(Context context) {
    String scriptId = context.pathParam("script_id");
    ReportChoices choices = ReportChoices.of(context);
    ReportData read =
        versionManager.view(
            scriptId,
            view -> new ReportData(reports.start(view, choices), view.branches(), view.authors()));
    Report report = reports.report(read.start);
    String url = Urls.reportFile(scriptId);
    return new Model(
        report.script(),
        report.choices(),
        report.versions(),
        read.branches,
        read.authors,
        Arrays.stream(ReportFormat.values())
            .map(
                format ->
                    new Download(
                        format.title(),
                        report.choices().addTo(url, format),
                        report.fileName(format)))
            .toList(),
        report.choices().addTo(url, ReportFormat.HTML),
        reports.preview(report));
  }
}
