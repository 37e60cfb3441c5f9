package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester.Guest;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.comment.GuestCommentForms;
import prismq.t.script.versioning.comment.GuestComments;
import prismq.t.script.versioning.comment.GuestComments.GuestText;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.reading.TextLayout;
import prismq.t.script.versioning.review.GuestDecision;
import prismq.t.script.versioning.review.GuestDecisionForms;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinkProblems;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.share.SharedThing.SharedVersion;
import prismq.t.script.versioning.share.page.GuestFrame.GuestDownload;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Urls;

/** The text of a version as guests see it. */
public final class GuestVersion {
  private final VersionManager versionManager;
  private final ShareLinks links;
  private final Accounts accounts;
  private final Clock clock;
  private final Pages pages;
  private final GuestCommentForms comments;
  private final GuestDecisionForms decisions;

  /** Reads versions from this manager. */
  public GuestVersion(
      VersionManager versionManager,
      ShareLinks links,
      Accounts accounts,
      Clock clock,
      Pages pages,
      GuestCommentForms comments,
      GuestDecisionForms decisions) {
    this.versionManager = versionManager;
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
   * @param isFollowing whether it is always the newest version
   * @param layout how the text is shown
   * @param url of this page
   * @param comments null where guests may not comment
   * @param decision null where guests may not decide
   */
  record Model(
      GuestFrame frame,
      Script script,
      Version version,
      boolean isFollowing,
      ScriptText text,
      TextLayout layout,
      String url,
      @Nullable GuestComments comments,
      @Nullable GuestDecision decision) {
    /** This page with the text in another view. */
    public String viewUrl(String view) {
      return url + "?view=" + view;
    }

    /** This page with a screenplay broken into pages, or as it is without that. */
    public String breaksUrl() {
      return viewUrl("page") + (layout.isBroken() ? "" : "&breaks=show");
    }

    public boolean isEmpty() {
      return text.display().isEmpty();
    }

    /** The text, escaped here because templates would take far longer to escape a long one. */
    public String bodyHtml() {
      return new Html().text(text.display()).toString();
    }

    /** Whether the text is a screenplay, which is read in a typewriter face. */
    public boolean isFountain() {
      return script.isScreenplay(text);
    }
  }

  private record SharedText(Script script, Version version, ScriptText text) {}

  void show(Context context, Guest guest, ShareLink link, SharedVersion shared, SentByGuest sent) {
    SharedText read = read(link, shared);
    int number = read.version.versionNumber();
    Account maker = accounts.account(link.makerId());
    @Nullable String changed =
        links.guests().show(guest, number).isChanged(number)
            ? Messages.text("share.changed")
            : null;
    List<GuestDownload> downloads =
        List.of(
            new GuestDownload(
                Messages.text("share.download_text"), Urls.shared(link.shareLinkId()) + ".txt"));
    GuestFrame frame =
        GuestFrame.of(
            read.script.title(),
            LinkCard.amount(read.version.words()),
            link,
            maker,
            clock.instant(),
            changed,
            downloads);
    pages.answer(
        context,
        sent.status(),
        "share/version",
        new Model(
            frame,
            read.script,
            read.version,
            shared.isFollowing(),
            read.text,
            TextLayout.asked(context)
                .of(
                    TextFormat.of(read.script.format(), read.text),
                    null,
                    read.script.wordsPerMinute())
                .laidOut(read.text),
            Urls.shared(link.shareLinkId()),
            comments.of(
                context, guest, commented(link, read), link.terms().hidesNames(), sent.comment()),
            links.guests().mayDecide(guest)
                ? decisions.of(guest, read.version, link.terms().hidesNames(), sent.verdict())
                : null));
  }

  /** The text that comments are on. */
  GuestText commented(ShareLink link, SharedVersion shared) {
    return commented(link, read(link, shared));
  }

  /** The version that is decided about. */
  Version decided(ShareLink link, SharedVersion shared) {
    return read(link, shared).version;
  }

  private static GuestText commented(ShareLink link, SharedText read) {
    return GuestText.of(link.scriptId(), read.version.versionNumber(), read.text);
  }

  void download(Context context, ShareLink link, SharedVersion shared) {
    SharedText read = read(link, shared);
    String fileName = read.script.scriptId() + "-v" + read.version.versionNumber() + ".txt";
    context
        .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
        .contentType("text/plain; charset=" + read.text.encoding().header())
        .result(read.text.bytes());
  }

  private SharedText read(ShareLink link, SharedVersion shared) {
    return versionManager.view(link.scriptId(), view -> read(view, link, shared));
  }

  private static SharedText read(ScriptView view, ShareLink link, SharedVersion shared) {
    Version version = shared.version().find(view).orElseThrow(ShareLinkProblems::dead);
    return new SharedText(
        GuestVersions.told(view.script()),
        new GuestVersions(link.terms().hidesNames()).told(version),
        view.content(version.versionNumber()));
  }
}
