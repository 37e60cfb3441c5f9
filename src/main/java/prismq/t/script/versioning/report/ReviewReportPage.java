package prismq.t.script.versioning.report;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page that tells what was said of a script, or of one version of it, in review. */
public final class ReviewReportPage {
  private static final int WHOLE = Integer.MAX_VALUE;

  private final Reports reports;
  private final Pages pages;

  /** Shows what the one gathers. */
  public ReviewReportPage(Reports reports, Pages pages) {
    this.reports = reports;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param version the one that it is of; null for all
   */
  record Model(Report report, @Nullable Integer version) {
    public Script script() {
      return report.script();
    }

    public String url() {
      return Urls.reviewReport(report.scriptId());
    }

    public String reviewsUrl() {
      return Urls.reviews(report.scriptId());
    }

    public @Nullable String versionUrl() {
      return version == null ? null : Urls.version(report.scriptId(), version);
    }

    /** Its parts as HTML, made while one goes through them. */
    public Iterator<String> parts() {
      return new HtmlAnnex(report.review(), Letters.XML, "h2").parts(WHOLE);
    }

    public String made() {
      return Wording.made(report, report.toldScriptId());
    }

    /** The history of the versions with it in each format, and it alone as web annotations. */
    public List<ReportPage.Download> downloads() {
      String file = Urls.reportFile(report.scriptId());
      List<ReportPage.Download> downloads = new ArrayList<>();
      Arrays.stream(ReportFormat.values())
          .map(
              format ->
                  new ReportPage.Download(
                      format.title(),
                      report.choices().addTo(file, format),
                      report.fileName(format)))
          .forEach(downloads::add);
      String annotations = Urls.reviewAnnotations(report.scriptId());
      downloads.add(
          new ReportPage.Download(
              Messages.text("annex.annotations"),
              version == null
                  ? annotations
                  : Urls.with(annotations, Map.of("version", version.toString())),
              report.toldScriptId() + "-review.jsonld"));
      return downloads;
    }
  }

  /** Answers {@code /scripts/{script_id}/review-report}. */
  public void show(Context context) {
    String scriptId = context.pathParam("script_id");
    int asked = Parameters.number(context, "version", 0, 1, Integer.MAX_VALUE);
    @Nullable Integer version = asked == 0 ? null : asked;
    pages.show(
        context,
        "report/review",
        () -> new Model(reports.report(scriptId, ReportChoices.ofReview(version)), version));
  }
}
