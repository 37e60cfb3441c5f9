package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.account.page.LocalTimes;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.share.MadeShareLink;
import prismq.t.script.versioning.share.NewShareLink;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.share.SharedThing;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.ShareUrls;
import prismq.t.script.versioning.web.Urls;

/** The page, or dialog, on which somebody makes a share link. */
public final class SharePage {
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
  private final ShareUrls urls;
  private final Clock clock;
  private final Pages pages;

  /** Makes these links, of versions of this manager. */
  public SharePage(
      VersionManager versionManager, ShareLinks links, ShareUrls urls, Clock clock, Pages pages) {
    this.versionManager = versionManager;
    this.links = links;
    this.urls = urls;
    this.clock = clock;
    this.pages = pages;
  }

  /** What is read of the script. */
  private record ShareRead(Script script, ShareSubject subject, String branch) {}

  /**
   * What the template shows.
   *
   * @param branch whose newest version a link can show
   * @param ends until when it works by default, for its maker
   * @param isAdmin whether it may be made to work for good
   */
  record Model(
      Script script,
      ShareSubject subject,
      String branch,
      ShareForm sent,
      String ends,
      String zone,
      boolean isAdmin,
      Map<String, String> errors,
      @Nullable String notice) {
    public String action() {
      return Urls.shareLinks(script.scriptId());
    }

    public String backUrl() {
      return SharePage.backUrl(script, subject);
    }

    /** For how many days a link can be made to work. */
    public List<Integer> days() {
      return ShareForm.DAYS;
    }
  }

  /**
   * What the page of a link just made shows.
   *
   * @param url which is shown only now
   * @param ends until when it works; null for good
   */
  record MadeModel(
      Script script, ShareSubject subject, MadeShareLink made, String url, @Nullable String ends) {
    public String backUrl() {
      return SharePage.backUrl(script, subject);
    }
  }

  private static String backUrl(Script script, ShareSubject subject) {
    String scriptId = script.scriptId();
    String options = subject.options().isEmpty() ? "" : "?" + subject.options();
    return switch (subject.kind()) {
      case "version" -> Urls.version(scriptId, subject.to());
      case "report" -> Urls.report(scriptId) + options;
      default -> Urls.compare(scriptId, subject.from(), subject.to()) + options;
    };
  }

  /** Answers {@code /scripts/{script_id}/share}. */
  public void show(Context context) {
    Account maker = maker(context);
    ShareRead read =
        versionManager.view(
            context.pathParam("script_id"), view -> read(view, ShareSubject.asked(view, context)));
    answer(context, 200, maker, read, ShareForm.EMPTY, Map.of(), null);
  }

  private static ShareRead read(ScriptView view, ShareSubject subject) {
    // So that nobody is offered to share what is not there.
    subject.thing(view, false);
    String branch = subject.to() == 0 ? "" : view.version(subject.to()).branch();
    return new ShareRead(view.script(), subject, branch);
  }

  /** Makes a link, and shows it once. */
  public void make(Context context) {
    Account maker = maker(context);
    ShareSubject subject = ShareSubject.sent(context);
    ShareForm sent = ShareForm.of(context);
    ShareRead read =
        versionManager.view(context.pathParam("script_id"), view -> read(view, subject));
    Instant now = clock.instant();
    FIELDS.attempt(
        () -> {
          Map<String, String> errors =
              FIELDS.errors(sent.checks(maker.timeZone(), now, maker.role() == Role.ADMIN));
          if (errors.isEmpty()) {
            made(context, maker, read, sent, now);
          } else {
            answer(context, 422, maker, read, sent, errors, null);
          }
        },
        problem ->
            answer(
                context, problem.status(), maker, read, sent, problem.errors(), problem.notice()));
  }

  private void made(Context context, Account maker, ShareRead read, ShareForm sent, Instant now) {
    String scriptId = read.script.scriptId();
    SharedThing thing =
        versionManager.view(scriptId, view -> read.subject.thing(view, sent.follows()));
    MadeShareLink made =
        links.make(
            maker,
            new NewShareLink(
                scriptId, thing, sent.terms(maker.timeZone(), now), sent.givenPassword()));
    @Nullable Instant end = made.link().terms().expiresAt();
    @Nullable String ends = end == null ? null : new LocalTimes(maker.timeZone()).shown(end);
    String url = urls.of(context, made.token());
    pages.answer(
        context, 201, "share/made", new MadeModel(read.script, read.subject, made, url, ends));
  }

  private static Account maker(Context context) {
    if (Requester.of(context) instanceof SignedIn signedIn) {
      return signedIn.account();
    }
    throw new Problem(
        ProblemKind.FORBIDDEN,
        FilledMessage.of("share.nobody_else"),
        FilledMessage.of("share.nobody_else_next"));
  }

  private void answer(
      Context context,
      int status,
      Account maker,
      ShareRead read,
      ShareForm sent,
      Map<String, String> errors,
      @Nullable String notice) {
    Instant end = Objects.requireNonNull(ShareForm.EMPTY.end(maker.timeZone(), clock.instant()));
    pages.answer(
        context,
        status,
        "share/share",
        new Model(
            read.script,
            read.subject,
            read.branch,
            sent.withoutPassword(),
            new LocalTimes(maker.timeZone()).shown(end),
            maker.timeZone().getId(),
            maker.role() == Role.ADMIN,
            errors,
            notice));
  }
}
