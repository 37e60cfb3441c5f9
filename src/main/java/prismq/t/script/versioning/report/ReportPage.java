package prismq.t.script.versioning.report;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.web.BadRequestException;
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
   * A report as it is offered.
   *
   * @param preview its start as HTML, all text escaped
   */
  record Offered(
      int versions, List<Download> downloads, String openUrl, String shareUrl, String preview) {}

  /**
   * What the template shows.
   *
   * @param problem why there is no such report; null where there is one
   * @param offered null where there is none
   */
  record Model(
      Script script,
      ReportForm form,
      List<Branch> branches,
      List<String> authors,
      @Nullable String problem,
      @Nullable Offered offered) {
    public String url() {
      return Urls.report(script.scriptId());
    }

    public String historyUrl() {
      return Urls.history(script.scriptId());
    }
  }

  /** Answers {@code /scripts/{script_id}/report}; what makes no sense is shown to be mended. */
  public void show(Context context) {
    try {
      pages.show(context, "report/report", () -> model(context));
    } catch (BadRequestException | NotFoundException refused) {
      pages.answer(context, refused.status(), "report/report", refused(context, refused));
    }
  }

  /**
   * The choices as they were sent; fails with the same problem where it is the script that is
   * missing.
   */
  private Model refused(Context context, Problem refused) {
    return versionManager.view(
        context.pathParam("script_id"),
        view ->
            new Model(
                view.script(),
                ReportForm.sent(context),
                view.branches(),
                view.authors(),
                refused.sentence(),
                null));
  }

  private Model model(Context context) {
    String scriptId = context.pathParam("script_id");
    ReportChoices choices = ReportChoices.of(context);
    ReportData read =
        versionManager.view(
            scriptId,
            view -> new ReportData(reports.start(view, choices), view.branches(), view.authors()));
    Report report = reports.report(read.start);
    return new Model(
        report.script(),
        ReportForm.of(report.choices()),
        read.branches,
        read.authors,
        null,
        offered(report));
  }

  private Offered offered(Report report) {
    String url = Urls.reportFile(report.script().scriptId());
    return new Offered(
        report.versions(),
        Arrays.stream(ReportFormat.values())
            .map(
                format ->
                    new Download(
                        format.title(),
                        report.choices().addTo(url, format),
                        report.fileName(format)))
            .toList(),
        report.choices().addTo(url, ReportFormat.HTML),
        report.choices().withoutReview().addTo(Urls.share(report.scriptId()) + "?report=true"),
        reports.preview(report));
  }
}
