package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester.Guest;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.report.ReportAnswer;
import prismq.t.script.versioning.report.ReportChoices;
import prismq.t.script.versioning.report.ReportFormat;
import prismq.t.script.versioning.report.ReportReader;
import prismq.t.script.versioning.report.Reports;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinkProblems;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.share.SharedThing.SharedReport;
import prismq.t.script.versioning.share.VersionPointer.PinnedVersion;
import prismq.t.script.versioning.share.page.GuestFrame.GuestDownload;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** A report as guests see it. */
public final class GuestReport {
  private final VersionManager versionManager;
  private final Reports reports;
  private final ReportAnswer answer;
  private final ShareLinks links;
  private final Accounts accounts;
  private final Clock clock;
  private final Pages pages;

  /** Shows reports of this maker. */
  public GuestReport(
      VersionManager versionManager,
      Reports reports,
      ShareLinks links,
      Accounts accounts,
      Clock clock,
      Pages pages) {
    this.versionManager = versionManager;
    this.reports = reports;
    this.answer = new ReportAnswer(reports);
    this.links = links;
    this.accounts = accounts;
    this.clock = clock;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param isFollowing whether versions that are saved later are in it
   * @param report as HTML, all text escaped
   */
  record Model(GuestFrame frame, boolean isFollowing, String report) {}

  void show(Context context, Guest guest, ShareLink link, SharedReport shared) {
    int latest = latest(link, shared);
    @Nullable String changed =
        links.guests().show(guest, latest).isChanged(latest)
            ? Messages.text("share.changed")
            : null;
    GuestFrame frame = frame(link, changed);
    pages.answer(
        context,
        200,
        "share/report",
        new Model(
            frame,
            shared.isFollowing(),
            reports.html(
                link.scriptId(),
                ReportChoices.kept(shared.choices()),
                reader(link, latest, frame))));
  }

  /** The newest version that it may tell of. */
  private int latest(ShareLink link, SharedReport shared) {
    @Nullable PinnedVersion until = shared.until();
    return versionManager.view(
        link.scriptId(),
        view -> {
          if (until == null) {
            return view.script().latestVersion();
          }
          return until.find(view).orElseThrow(ShareLinkProblems::dead).versionNumber();
        });
  }

  private GuestFrame frame(ShareLink link, @Nullable String changed) {
    Account maker = accounts.account(link.makerId());
    String url = Urls.shared(link.shareLinkId()) + "/report?format=";
    List<GuestDownload> downloads =
        Arrays.stream(ReportFormat.values())
            .map(format -> new GuestDownload(format.title(), url + format.parameter()))
            .toList();
    String title = versionManager.script(link.scriptId()).title();
    return GuestFrame.of(
        title, LinkCard.amountOfReport(), link, maker, clock.instant(), changed, downloads);
  }

  private static ReportReader reader(ShareLink link, int latest, GuestFrame frame) {
    boolean hidesNames = link.terms().hidesNames();
    GuestVersions versions = new GuestVersions(hidesNames);
    return new ReportReader(versions::inHistory, true, hidesNames, latest, frame.watermark());
  }

  void download(Context context, ShareLink link, SharedReport shared) {
    ReportFormat format = ReportFormat.of(Parameters.text(context, "format"));
    GuestFrame frame = frame(link, null);
    answer.answer(
        context,
        link.scriptId(),
        ReportChoices.kept(shared.choices()),
        format,
        reader(link, latest(link, shared), frame));
  }
}
