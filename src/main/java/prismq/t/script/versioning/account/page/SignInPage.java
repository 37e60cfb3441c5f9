package prismq.t.script.versioning.account.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.Nobody;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Sessions;
import prismq.t.script.versioning.account.SignIns;
import prismq.t.script.versioning.account.TooManyAttemptsException;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Client;
import prismq.t.script.versioning.web.LocalPath;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.ProxyUsers;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.SessionCookie;
import prismq.t.script.versioning.web.Urls;

/** The page to sign in, and the way out. */
public final class SignInPage {
  private final SignIns signIns;
  private final Sessions sessions;
  private final SessionStart start;
  private final WaysIn ways;
  private final Pages pages;

  /**
   * Checks passwords by the one, and keeps sessions in the other.
   *
   * @param ways how else people get in
   */
  public SignInPage(SignIns signIns, Sessions sessions, WaysIn ways, Pages pages) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.start = new SessionStart(sessions);
    this.ways = ways;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param next the path to go on to
   * @param hasEnded whether the browser was signed in before
   */
  record Model(
      String email,
      String next,
      WaysIn ways,
      boolean hasEnded,
      Map<String, String> errors,
      @Nullable String notice) {
    public String signOnUrl() {
      return Urls.signOn(next);
    }
  }

  /** Answers {@code /sign-in}. */
  public void show(Context context) {
    String next = LocalPath.of(context.queryParam("next"));
    if (Requester.of(context) instanceof Nobody nobody) {
      @Nullable String unknown = ProxyUsers.unknown(context);
      @Nullable String notice =
          unknown == null ? null : Messages.text("sign_in.unknown_to_us", unknown);
      Model model = new Model("", next, ways, nobody.hadSession(), Map.of(), notice);
      pages.answer(context, 200, "account/sign-in", model);
    } else {
      context.redirect(next, HttpStatus.SEE_OTHER);
    }
  }

  /** Signs in whoever knows the password, or shows the form again. */
  public void signIn(Context context) {
    String email = SentForm.stripped(context, "email");
    String password = SentForm.text(context, "password");
    String next = LocalPath.of(SentForm.text(context, "next"));
    Map<String, String> errors = new LinkedHashMap<>();
    if (email.isEmpty()) {
      errors.put("email", Messages.text("sign_in.email_missing"));
    }
    if (password.isEmpty()) {
      errors.put("password", Messages.text("sign_in.password_missing"));
    }
    if (!errors.isEmpty()) {
      again(context, 422, new Model(email, next, ways, false, errors, null));
      return;
    }
    try {
      CompletableFuture<Optional<Account>> attempt =
          signIns.attempt(email, password, Client.of(context).address());
      PasswordCheck.answer(context, attempt, account -> finish(context, account, email, next));
    } catch (TooManyAttemptsException e) {
      context.header("Retry-After", Long.toString(e.seconds()));
      again(context, e.status(), new Model(email, next, ways, false, Map.of(), e.sentence()));
    }
  }

  private void finish(Context context, Optional<Account> account, String email, String next) {
    if (account.isPresent()) {
      start.run(context, account.get(), next);
      return;
    }
    String notice = Messages.text("sign_in.wrong");
    again(context, 422, new Model(email, next, ways, false, Map.of(), notice));
  }

  /** Says why somebody could not be signed in, and how else to. */
  void refuse(Context context, int status, String next, String notice) {
    again(context, status, new Model("", next, ways, false, Map.of(), notice));
  }

  private void again(Context context, int status, Model model) {
    pages.answer(context, status, "account/sign-in", model);
  }

  /** Signs out, and leads to where one signs in. */
  public void signOut(Context context) {
    if (Requester.of(context) instanceof SignedIn signedIn) {
      sessions.end(signedIn.account(), signedIn.session().hash());
    }
    SessionCookie.remove(context);
    context.redirect(Urls.SIGN_IN, HttpStatus.SEE_OTHER);
  }
}
