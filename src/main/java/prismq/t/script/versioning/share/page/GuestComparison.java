package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester.Guest;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.comment.GuestCommentForms;
import prismq.t.script.versioning.comment.GuestComments;
import prismq.t.script.versioning.comment.GuestComments.GuestText;
import prismq.t.script.versioning.compare.ComparedVersions;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffLinks;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.compare.TwinFormat;
import prismq.t.script.versioning.compare.TwinWriting;
import prismq.t.script.versioning.compare.View;
import prismq.t.script.versioning.compare.ViewOptions;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.review.GuestDecision;
import prismq.t.script.versioning.review.GuestDecisionForms;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinkProblems;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.share.SharedThing.SharedComparison;
import prismq.t.script.versioning.share.page.GuestFrame.GuestDownload;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Urls;

/** A comparison as guests see it. */
public final class GuestComparison {
  private final VersionManager versionManager;
  private final Comparisons comparisons;
  private final ShareLinks links;
  private final Accounts accounts;
  private final Clock clock;
  private final Pages pages;
  private final GuestCommentForms comments;
  private final GuestDecisionForms decisions;

  /** Finds versions by the one and compares them by the other. */
  public GuestComparison(
      VersionManager versionManager,
      Comparisons comparisons,
      ShareLinks links,
      Accounts accounts,
      Clock clock,
      Pages pages,
      GuestCommentForms comments,
      GuestDecisionForms decisions) {
    this.versionManager = versionManager;
    this.comparisons = comparisons;
    this.links = links;
    this.accounts = accounts;
    this.clock = clock;
    this.pages = pages;
    this.comments = comments;
    this.decisions = decisions;
  }

  /**
   * What the template shows.
   *
   * @param isFollowing whether the right side is always the newest version
   * @param comments null where guests may not comment
   * @param decision null where guests may not decide
   */
  record Model(
      GuestFrame frame,
      String url,
      Version from,
      Version to,
      boolean isFollowing,
      ViewOptions options,
      DiffView diff,
      @Nullable GuestComments comments,
      @Nullable GuestDecision decision) {
    public List<View> views() {
      return View.of(diff.format());
    }

    /** The same as prose, where there is no room for two sides. */
    public String proseUrl() {
      return viewUrl(View.PROSE);
    }

    public String viewUrl(View view) {
      return options.with(view).addTo(url);
    }

    public boolean isSame() {
      return from.versionNumber() == to.versionNumber();
    }
  }

  /** What is read for an answer, as it is and as guests are told of it. */
  private record GuestRead(
      ComparedVersions told, int newest, Comparisons.PreparedComparison prepared) {
    Comparison comparison() {
      return prepared.result();
    }
  }

  void show(
      Context context, Guest guest, ShareLink link, SharedComparison shared, SentByGuest sent) {
    GuestRead read = read(link, shared);
    ViewOptions options = ViewOptions.kept(shared.options(), context);
    String url = Urls.shared(link.shareLinkId());
    DiffLinks diffLinks =
        DiffLinks.ofComparisonAlone(
            url, link.terms().downloads(), guest.right().includes(Right.COMMENT));
    pages.answer(
        context,
        sent.status(),
        "share/comparison",
        new Model(
            frame(guest, link, read, url),
            url,
            read.told.from(),
            read.told.to(),
            shared.isFollowing(),
            options,
            DiffView.of(read.comparison(), options, diffLinks)
                .at(read.told.script().wordsPerMinute()),
            comments.of(
                context, guest, commented(link, read), link.terms().hidesNames(), sent.comment()),
            links.guests().mayDecide(guest)
                ? decisions.of(guest, read.told.to(), link.terms().hidesNames(), sent.verdict())
                : null));
  }

  /** The texts that comments are on. */
  GuestText commented(ShareLink link, SharedComparison shared) {
    return commented(link, read(link, shared));
  }

  /** The version that is decided about. */
  Version decided(ShareLink link, SharedComparison shared) {
    return read(link, shared).told.to();
  }

  private static GuestText commented(ShareLink link, GuestRead read) {
    return new GuestText(
        link.scriptId(),
        read.told.to().versionNumber(),
        read.comparison().to(),
        read.told.from().versionNumber(),
        read.comparison().from());
  }

  private GuestFrame frame(Guest guest, ShareLink link, GuestRead read, String url) {
    Account maker = accounts.account(link.makerId());
    @Nullable String changed =
        links.guests().show(guest, read.newest).isChanged(read.newest)
            ? Messages.text("share.changed")
            : null;
    List<GuestDownload> downloads =
        Stream.of(TwinFormat.values())
            .map(
                format ->
                    new GuestDownload(
                        Messages.text("share.download." + format.ending().substring(1)),
                        url + format.ending()))
            .toList();
    return GuestFrame.of(
        read.told.script().title(),
        LinkCard.amount(read.comparison().diff().statistics()),
        link,
        maker,
        clock.instant(),
        changed,
        downloads);
  }

  void download(Context context, ShareLink link, SharedComparison shared, TwinFormat format) {
    GuestRead read = read(link, shared);
    TwinWriting.of(format, ViewOptions.kept(shared.options()).ignored())
        .send(context, read.told, read.comparison());
  }

  private GuestRead read(ShareLink link, SharedComparison shared) {
    return versionManager.view(link.scriptId(), view -> read(view, link, shared));
  }

  private GuestRead read(ScriptView view, ShareLink link, SharedComparison shared) {
    Version from = shared.from().find(view).orElseThrow(ShareLinkProblems::dead);
    Version to = shared.to().find(view).orElseThrow(ShareLinkProblems::dead);
    GuestVersions versions = new GuestVersions(link.terms().hidesNames());
    Script script = GuestVersions.told(view.script());
    return new GuestRead(
        new ComparedVersions(script, versions.told(from), versions.told(to)),
        to.versionNumber(),
        comparisons.read(view, from, to));
  }
}
