package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.ByToken;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.compare.ViewOptions;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.report.ReportChoices;
import prismq.t.script.versioning.share.MadeShareLink;
import prismq.t.script.versioning.share.NewShareLink;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.share.ShareTerms;
import prismq.t.script.versioning.share.SharedThing;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.ShareUrls;

/** The API's calls on share links. */
public final class ShareLinksApi {
  private static final String STARTS_AT = "starts_at";
  private static final String EXPIRES_AT = "expires_at";
  private static final String PASSWORD = "password";
  private static final String MAX_OPENINGS = "max_openings";
  private static final String DOWNLOADS = "downloads";
  private static final String HIDE_NAMES = "hide_names";
  private static final String WATERMARK = "watermark";
  private static final String TITLED = "title_in_previews";
  private static final String COMMENTS = "comments";
  private static final String DECISIONS = "decisions";
  private static final String NOTE = "note";
  private static final List<String> TERMS =
      List.of(
          STARTS_AT,
          EXPIRES_AT,
          PASSWORD,
          MAX_OPENINGS,
          DOWNLOADS,
          HIDE_NAMES,
          WATERMARK,
          TITLED,
          COMMENTS,
          DECISIONS,
          NOTE);
  private static final List<String> FIELDS =
      List.of(
          "from",
          "to",
          "view",
          "version_number",
          "report",
          "following",
          STARTS_AT,
          EXPIRES_AT,
          PASSWORD,
          MAX_OPENINGS,
          DOWNLOADS,
          HIDE_NAMES,
          WATERMARK,
          TITLED,
          COMMENTS,
          DECISIONS,
          NOTE);

  /** How long a link works where nothing is said. */
  private static final int USUAL_DAYS = 30;

  private final VersionManager versionManager;
  private final ShareLinks links;
  private final ShareUrls urls;
  private final Clock clock;

  /** Makes, lists, changes and revokes these links. */
  public ShareLinksApi(
      VersionManager versionManager, ShareLinks links, ShareUrls urls, Clock clock) {
    this.versionManager = versionManager;
    this.links = links;
    this.urls = urls;
    this.clock = clock;
  }

  /** Links of a script. */
  record ShareLinksJson(List<ShareLinkJson> shareLinks) {}

  /** Makes a link; its address is told only now. */
  public void make(Context context) {
    Account maker = account(context);
    JsonBody body = JsonBody.read(context, FIELDS);
    String scriptId = context.pathParam("script_id");
    SharedThing thing = versionManager.view(scriptId, view -> thing(view, body));
    ShareTerms usual = usual(maker);
    MadeShareLink made =
        links.make(
            maker,
            new NewShareLink(scriptId, thing, terms(body, usual), body.optionalText(PASSWORD)));
    Json.answer(
        context,
        201,
        ShareLinkJson.made(made.link(), links.state(made.link()), urls.of(context, made.token())));
  }

  private static SharedThing thing(ScriptView view, JsonBody body) {
    boolean isFollowing = body.optionalFlag("following");
    @Nullable Integer version = body.optionalVersionNumber("version_number");
    int things =
        (version == null ? 0 : 1) + (body.has("report") ? 1 : 0) + (body.has("from") ? 1 : 0);
    if (things > 1) {
      throw new InvalidInputException(
          "from", "Share one thing: from and to, or version_number, or report.");
    }
    if (version != null) {
      return SharedThing.version(view, version, isFollowing);
    }
    if (body.has("report")) {
      ReportChoices choices = ReportChoicesJson.of(body.optionalObject("report"));
      // Guests are not to be told what there is instead of what the report is to be of.
      choices.in(view);
      return SharedThing.report(view, isFollowing, choices.kept());
    }
    @Nullable String name = body.optionalText("view");
    return SharedThing.comparison(
        view,
        body.versionNumber("from"),
        body.versionNumber("to"),
        isFollowing,
        ViewOptions.USUAL.with(ViewOptions.view(name)).kept());
  }

  private ShareTerms usual(Account maker) {
    Instant now = clock.instant();
    ZoneId zone = maker.timeZone();
    LocalDate day = LocalDate.ofInstant(now, zone).plusDays(USUAL_DAYS);
    Instant end = ShareTerms.endOfDay(day, zone);
    return new ShareTerms(now, end, null, true, false, false, true, false, false, "");
  }

  /** What the body says, else what counted before. */
  private static ShareTerms terms(JsonBody body, ShareTerms before) {
    @Nullable Instant start = body.optionalTime(STARTS_AT);
    @Nullable Boolean downloads = body.optionalBoolean(DOWNLOADS);
    @Nullable Boolean hidesNames = body.optionalBoolean(HIDE_NAMES);
    @Nullable Boolean watermark = body.optionalBoolean(WATERMARK);
    @Nullable Boolean titled = body.optionalBoolean(TITLED);
    @Nullable Boolean comments = body.optionalBoolean(COMMENTS);
    @Nullable Boolean decisions = body.optionalBoolean(DECISIONS);
    @Nullable String note = body.optionalText(NOTE);
    return new ShareTerms(
        start == null ? before.startsAt() : start,
        body.has(EXPIRES_AT) ? body.optionalTime(EXPIRES_AT) : before.expiresAt(),
        body.has(MAX_OPENINGS)
            ? body.optionalCount(MAX_OPENINGS, ShareTerms.MOST_OPENINGS)
            : before.maxOpenings(),
        downloads == null ? before.downloads() : downloads,
        hidesNames == null ? before.hidesNames() : hidesNames,
        watermark == null ? before.watermark() : watermark,
        titled == null ? before.titled() : titled,
        comments == null ? before.comments() : comments,
        decisions == null ? before.decisions() : decisions,
        note == null ? before.note() : note.strip());
  }

  /** Answers with one's own links of a script; with all to who manages it. */
  public void list(Context context) {
    Account account = account(context);
    boolean isManager = Access.may(Requester.of(context), Right.MANAGE, Thing.of(context));
    Json.answer(
        context,
        200,
        new ShareLinksJson(
            links.ofScript(context.pathParam("script_id")).stream()
                .filter(link -> isManager || link.makerId() == account.id())
                .map(link -> json(link, account))
                .toList()));
  }

  /** Answers with one link. */
  public void show(Context context) {
    Json.answer(context, 200, json(link(context), account(context)));
  }

  /** Changes how a link works. */
  public void change(Context context) {
    ShareLink link = link(context);
    JsonBody body = JsonBody.read(context, TERMS);
    Account account = account(context);
    if (body.has(PASSWORD)) {
      NewShareLink.checkPassword(body.optionalText(PASSWORD));
    }
    ShareLink changed = links.change(account, link, before -> terms(body, before));
    if (body.has(PASSWORD)) {
      links.changePassword(link, body.optionalText(PASSWORD));
      changed = links.link(link.shareLinkId());
    }
    Json.answer(context, 200, json(changed, account));
  }

  /** Has a link work no more. */
  public void revoke(Context context) {
    links.revoke(link(context));
    context.status(204);
  }

  private ShareLink link(Context context) {
    return links.link(
        context.pathParam("script_id"),
        context.pathParam("share_link_id"),
        account(context).id(),
        Access.may(Requester.of(context), Right.MANAGE, Thing.of(context)));
  }

  private ShareLinkJson json(ShareLink link, Account reader) {
    return ShareLinkJson.of(link, links.state(link), link.makerId() == reader.id());
  }

  private static Account account(Context context) {
    Requester requester = Requester.of(context);
    if (requester instanceof ByToken program) {
      return program.owner();
    }
    if (requester instanceof SignedIn signedIn) {
      return signedIn.account();
    }
    throw new Problem(
        ProblemKind.FORBIDDEN,
        FilledMessage.of("share.nobody_else"),
        FilledMessage.of("share.nobody_else_next"));
  }
}
