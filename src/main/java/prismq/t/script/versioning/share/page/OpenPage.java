package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.GuessAttempt;
import prismq.t.script.versioning.account.PasswordChecks;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.account.TooManyAttemptsException;
import prismq.t.script.versioning.account.page.Device;
import prismq.t.script.versioning.account.page.PasswordCheck;
import prismq.t.script.versioning.compare.ViewOptions;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.share.SharedThing.SharedComparison;
import prismq.t.script.versioning.web.Client;
import prismq.t.script.versioning.web.GuestCookie;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/**
 * The page at the address of a share link. It opens nothing by itself, because programs that check
 * mails follow links too; its button counts as an opening.
 */
public final class OpenPage {
  private final ShareLinks links;
  private final PasswordChecks checks;
  private final Accounts accounts;
  private final LinkCards cards;
  private final Pages pages;

  /** Opens these links, and has passwords checked in turn. */
  public OpenPage(
      ShareLinks links, PasswordChecks checks, Accounts accounts, LinkCards cards, Pages pages) {
    this.links = links;
    this.checks = checks;
    this.accounts = accounts;
    this.cards = cards;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param kind what is shared: comparison, version or report
   * @param sharedBy whose link it is; null where that is not said
   * @param error what is wrong with the password; null for nothing
   */
  record Model(
      String action,
      String kind,
      @Nullable String sharedBy,
      boolean hasPassword,
      LinkCard card,
      @Nullable String error) {}

  /** Answers {@code /s/{link}}. */
  public void show(Context context) {
    ShareLink link = links.ofToken(token(context));
    if (isOpenedHere(context, link)) {
      lead(context, link);
      return;
    }
    links.checkOpen(link);
    answer(context, 200, link, null);
  }

  /** Whatever is sent is looked for, so that it takes as long. */
  private static Secret token(Context context) {
    return Secret.read(context.pathParam("link")).orElseGet(Secret::random);
  }

  private boolean isOpenedHere(Context context, ShareLink link) {
    return Optional.ofNullable(GuestCookie.read(context, link.shareLinkId()))
        .flatMap(Secret::read)
        .flatMap(secret -> links.guests().guest(link.shareLinkId(), secret))
        .isPresent();
  }

  private static void lead(Context context, ShareLink link) {
    String url = Urls.shared(link.shareLinkId());
    context.redirect(
        link.thing() instanceof SharedComparison comparison
            ? ViewOptions.kept(comparison.options()).addTo(url)
            : url,
        HttpStatus.SEE_OTHER);
  }

  /** Opens the link in this browser, where it has no password or this one. */
  public void open(Context context) {
    Secret token = token(context);
    ShareLink link = links.ofToken(token);
    if (isOpenedHere(context, link)) {
      lead(context, link);
      return;
    }
    links.checkOpen(link);
    if (link.hasPassword()) {
      check(context, token, link);
    } else {
      finish(context, token, link);
    }
  }

  private void check(Context context, Secret token, ShareLink link) {
    String password = SentForm.text(context, "password");
    if (password.isEmpty()) {
      answer(context, 422, link, Messages.text("share.password_missing"));
      return;
    }
    try {
      GuessAttempt attempt =
          GuessAttempt.shareLink(link.shareLinkId(), Client.of(context).address());
      CompletableFuture<Optional<ShareLink>> found =
          checks.attempt(
              attempt, () -> Optional.of(link).filter(asked -> isPassword(asked, password)));
      PasswordCheck.answer(context, found, fits -> finish(context, token, link, fits.isPresent()));
    } catch (TooManyAttemptsException e) {
      context.header("Retry-After", Long.toString(e.seconds()));
      answer(context, e.status(), link, e.sentence());
    }
  }

  private boolean isPassword(ShareLink link, String password) {
    return password.length() <= 2_000 && links.isPassword(link, password);
  }

  private void finish(Context context, Secret token, ShareLink link, boolean fits) {
    if (fits) {
      finish(context, token, link);
    } else {
      links.refusePassword(link);
      answer(context, 422, link, Messages.text("share.password_wrong"));
    }
  }

  private void finish(Context context, Secret token, ShareLink link) {
    Secret secret = links.open(token, Device.of(context));
    GuestCookie.write(context, link.shareLinkId(), secret);
    lead(context, link);
  }

  private void answer(Context context, int status, ShareLink link, @Nullable String error) {
    boolean isNeutral = link.hasPassword() || link.terms().hidesNames();
    pages.answer(
        context,
        status,
        "share/open",
        new Model(
            context.path(),
            link.thing().kind(),
            isNeutral ? null : accounts.account(link.makerId()).name(),
            link.hasPassword(),
            cards.of(link),
            error));
  }
}
