package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.account.page.LocalTimes;
import prismq.t.script.versioning.guest.GuestNames;
import prismq.t.script.versioning.guest.NamedGuest;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinkProblems;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.share.ShareVisit;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page of one share link: where it was opened, how it works, and how that is changed. */
public final class ShareLinkPage {
  private static final FormFields FIELDS =
      FormFields.of(
          "expires_at",
          "starts_at",
          "password",
          "max_openings",
          "hide_names",
          "comments",
          "decisions",
          "note");

  private final VersionManager versionManager;
  private final ShareLinks links;
  private final ShareLinkRows rows;
  private final GuestNames guestNames;
  private final Accounts accounts;
  private final Clock clock;
  private final Pages pages;

  /** Shows, changes and revokes these links. */
  public ShareLinkPage(
      VersionManager versionManager,
      ShareLinks links,
      ShareLinkRows rows,
      GuestNames guestNames,
      Accounts accounts,
      Clock clock,
      Pages pages) {
    this.versionManager = versionManager;
    this.links = links;
    this.rows = rows;
    this.guestNames = guestNames;
    this.accounts = accounts;
    this.clock = clock;
    this.pages = pages;
  }

  /**
   * A browser in which the link was opened.
   *
   * @param facts when it was, for the first and the last time
   */
  record BrowserRow(String browser, String facts) {
    static BrowserRow of(ShareVisit visit, LocalTimes times) {
      return new BrowserRow(
          visit.browser(),
          Messages.text(
              "share.browser_facts", times.shown(visit.openedAt()), times.shown(visit.usedAt())));
    }
  }

  /**
   * What the template shows.
   *
   * @param ends until when it works; null for good
   * @param isOwn whether whoever sees it made it, and so sees its note
   * @param mayChange whether it can be changed by whoever sees it
   * @param guests those who commented or decided
   * @param people the accounts that a guest may have, for admins; none for others
   * @param isAdmin whether it may be made to work for good
   * @param done what was just changed; null for nothing
   */
  record Model(
      Script script,
      ShareLinkRow row,
      List<BrowserRow> browsers,
      List<NamedGuest> guests,
      List<Account> people,
      ShareForm sent,
      @Nullable String ends,
      String zone,
      boolean isOwn,
      boolean mayChange,
      boolean isAdmin,
      Map<String, String> errors,
      @Nullable String done,
      @Nullable String notice) {
    /** For how many days more it can be made to work. */
    public List<Integer> days() {
      return ShareForm.DAYS;
    }

    public String listUrl() {
      return Urls.shareLinks(script.scriptId());
    }

    public boolean hasPassword() {
      return row.link().hasPassword();
    }
  }

  /** Answers {@code /scripts/{script_id}/share-links/{share_link_id}}. */
  public void show(Context context) {
    ShareLink link = LinkReader.ofScript(context, links);
    ShareForm sent = ShareForm.of(link, LinkReader.zone(Requester.of(context)));
    boolean wasSaved = "yes".equals(context.queryParam("saved"));
    @Nullable String done =
        wasSaved && link.revokedAt() == null ? Messages.text("share.saved") : null;
    answer(context, 200, link, sent, Map.of(), done, null);
  }

  /** Changes how a link works. */
  public void change(Context context) {
    ShareLink link = LinkReader.ofScript(context, links);
    ShareForm sent = ShareForm.of(context);
    boolean isWithoutPassword = SentForm.text(context, "no_password").equals("true");
    Requester who = Requester.of(context);
    ZoneId zone = LinkReader.zone(who);
    Instant now = clock.instant();
    boolean isOwn = ShareLinkRows.isOwn(link, who);
    FIELDS.attempt(
        () -> {
          Map<String, String> errors =
              FIELDS.errors(
                  sent.checks(
                      link.terms(), zone, now, LinkReader.account(context).role() == Role.ADMIN));
          if (!errors.isEmpty()) {
            answer(context, 422, link, sent, errors, null, null);
            return;
          }
          links.change(
              LinkReader.account(context), link, before -> sent.changed(before, isOwn, zone, now));
          if (sent.givenPassword() != null) {
            links.changePassword(link, sent.givenPassword());
          } else if (isWithoutPassword && link.hasPassword()) {
            links.changePassword(link, null);
          }
          context.redirect(url(link) + "?saved=yes", HttpStatus.SEE_OTHER);
        },
        problem ->
            answer(
                context,
                problem.status(),
                links.link(link.shareLinkId()),
                sent,
                problem.errors(),
                null,
                problem.notice()));
  }

  /** Shows what a guest wrote as written by somebody with an account. */
  public void tieGuest(Context context) {
    ShareLink link = LinkReader.ofScript(context, links);
    String chosen = SentForm.stripped(context, "account");
    Account account =
        accounts.list().stream()
            .filter(one -> Long.toString(one.id()).equals(chosen))
            .findFirst()
            .orElseThrow(ShareLinkProblems::notFound);
    guestNames.tie(
        link.scriptId(), link.shareLinkId(), SentForm.stripped(context, "guest"), account);
    context.redirect(url(link), HttpStatus.SEE_OTHER);
  }

  /** Has a link work no more. */
  public void revoke(Context context) {
    ShareLink link = LinkReader.ofScript(context, links);
    links.revoke(link);
    context.redirect(url(link), HttpStatus.SEE_OTHER);
  }

  private static String url(ShareLink link) {
    return Urls.shareLink(link.scriptId(), link.shareLinkId());
  }

  private void answer(
      Context context,
      int status,
      ShareLink link,
      ShareForm sent,
      Map<String, String> errors,
      @Nullable String done,
      @Nullable String notice) {
    Requester reader = Requester.of(context);
    Account account = LinkReader.account(context);
    LocalTimes times = LinkReader.times(reader);
    @Nullable Instant end = link.terms().expiresAt();
    pages.answer(
        context,
        status,
        "share/link",
        new Model(
            versionManager.script(link.scriptId()),
            rows.of(link, reader),
            links.visits(link).stream().map(visit -> BrowserRow.of(visit, times)).toList(),
            guestNames.ofLink(link.shareLinkId()),
            account.role() == Role.ADMIN ? accounts.list() : List.of(),
            sent.withoutPassword(),
            end == null ? null : times.shown(end),
            LinkReader.zone(reader).getId(),
            ShareLinkRows.isOwn(link, reader),
            link.revokedAt() == null
                && Access.may(reader, Right.WRITE, Objects.requireNonNull(Thing.of(context))),
            account.role() == Role.ADMIN,
            errors,
            done,
            notice));
  }
}
