package prismq.t.script.versioning.account.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Session;
import prismq.t.script.versioning.account.Sessions;
import prismq.t.script.versioning.account.SignIns;
import prismq.t.script.versioning.account.TooManyAttemptsException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.Client;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/**
 * The page of one's own account: what is known of one, the password, and where one is signed in.
 */
public final class AccountPage {
  private static final FormFields PROFILE = FormFields.of("name", "email", "time_zone", "language");
  private static final FormFields PASSWORD = FormFields.of("current_password", "password");

  /** Time zones that are named by a city; the others are abbreviations and former names. */
  private static final Pattern PLACE =
      Pattern.compile("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*");

  /** What can have been done before the page is shown. */
  private static final Set<String> DONE =
      Set.of("profile", "password", "oidc", "session", "sessions");

  private final Accounts accounts;
  private final Sessions sessions;
  private final SignIns signIns;
  private final SignOnState signOn;
  private final Pages pages;

  /** Changes accounts, ends sessions, and checks the password of today before it is changed. */
  public AccountPage(
      Accounts accounts, Sessions sessions, SignIns signIns, SignOnState signOn, Pages pages) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.signIns = signIns;
    this.signOn = signOn;
    this.pages = pages;
  }

  /** A language, by its own name. */
  record LanguageOption(String tag, String name) {
    static LanguageOption of(String tag) {
      Locale locale = Locale.forLanguageTag(tag);
      return new LanguageOption(tag, locale.getDisplayName(locale));
    }
  }

  /** A browser that is signed in. */
  record SessionRow(Session session, boolean isThis, String usedAt, String since) {}

  /**
   * What the template shows.
   *
   * @param signOn how a provider of single sign-on is called; null where there is none
   * @param isConnected whether the account can be signed in to there
   * @param done what was done, in a sentence; null for nothing
   */
  record Model(
      Account account,
      String name,
      String email,
      String timeZone,
      String language,
      boolean hasPassword,
      @Nullable String signOn,
      boolean isConnected,
      List<SessionRow> sessions,
      Map<String, String> errors,
      @Nullable String notice,
      @Nullable String done) {
    /** Those of places, by name. */
    public List<String> timeZones() {
      Stream<String> places =
          ZoneId.getAvailableZoneIds().stream()
              .filter(name -> PLACE.matcher(name).matches())
              .sorted();
      return Stream.concat(Stream.of("UTC"), places).toList();
    }

    /** The languages to choose from; none where there is no choice. */
    public List<LanguageOption> languages() {
      List<String> tags = Language.tags();
      return tags.size() == 1 ? List.of() : tags.stream().map(LanguageOption::of).toList();
    }

    public boolean hasOthers() {
      return sessions.size() > 1;
    }
  }

  /** Answers {@code /account}. */
  public void show(Context context) {
    SignedIn signedIn = signedIn(context);
    Account account = signedIn.account();
    answer(context, 200, signedIn, profile(account), Map.of(), null, done(context));
  }

  private record Profile(String name, String email, String timeZone, String language) {}

  private static Profile profile(Account account) {
    return new Profile(
        account.name(), account.email(), account.timeZone().getId(), account.language());
  }

  private static @Nullable String done(Context context) {
    @Nullable String done = context.queryParam("done");
    return done != null && DONE.contains(done) ? Messages.text("account.done_" + done) : null;
  }

  /** Saves what one says of oneself. */
  public void save(Context context) {
    SignedIn signedIn = signedIn(context);
    Profile sent =
        new Profile(
            SentForm.stripped(context, "name"),
            SentForm.stripped(context, "email"),
            SentForm.stripped(context, "time_zone"),
            SentForm.stripped(context, "language"));
    PROFILE.attempt(
        () -> {
          Map<String, String> errors =
              PROFILE.errors(
                  () -> Account.checkedName(sent.name),
                  () -> Account.checkedEmail(sent.email),
                  () -> Account.checkedTimeZone(sent.timeZone),
                  () -> Account.checkedLanguage(sent.language));
          if (!errors.isEmpty()) {
            answer(context, 422, signedIn, sent, errors, null, null);
          } else if (sent.email.equals(signedIn.account().email())
              || !accounts.hasPassword(signedIn.account())) {
            keep(context, signedIn, sent);
          } else {
            keepWithEmail(context, signedIn, sent);
          }
        },
        problem -> again(context, signedIn, sent, problem));
  }

  private void keep(Context context, SignedIn signedIn, Profile sent) {
    accounts.change(
        signedIn.account().id(),
        account ->
            new Account(
                account.id(),
                Account.checkedName(sent.name),
                Account.checkedEmail(sent.email),
                Account.checkedTimeZone(sent.timeZone),
                Account.checkedLanguage(sent.language),
                account.role(),
                account.isDisabled()));
    leadBack(context, "profile");
  }

  /** Links for new passwords go there, so whoever found a browser open must not redirect them. */
  private void keepWithEmail(Context context, SignedIn signedIn, Profile sent) {
    ifKnown(
        context,
        signedIn,
        "email_password",
        () ->
            PROFILE.attempt(
                () -> keep(context, signedIn, sent),
                problem -> again(context, signedIn, sent, problem)),
        (status, errors, notice) -> answer(context, status, signedIn, sent, errors, notice, null));
  }

  /** Shows a form again. */
  private interface Again {
    void show(int status, Map<String, String> errors, @Nullable String notice);
  }

  /** Does something for whoever knows the password of today, which stands in a field. */
  private void ifKnown(
      Context context, SignedIn signedIn, String field, Runnable work, Again again) {
    String typed = SentForm.text(context, field);
    if (typed.isEmpty()) {
      again.show(422, Map.of(field, Messages.text("account.wrong_password")), null);
      return;
    }
    try {
      CompletableFuture<Optional<Account>> attempt =
          signIns.attempt(signedIn.account().email(), typed, Client.of(context).address());
      PasswordCheck.answer(
          context,
          attempt,
          found -> {
            if (found.isPresent()) {
              work.run();
            } else {
              again.show(422, Map.of(field, Messages.text("account.wrong_password")), null);
            }
          });
    } catch (TooManyAttemptsException e) {
      context.header("Retry-After", Long.toString(e.seconds()));
      again.show(e.status(), Map.of(), e.sentence());
    }
  }

  /** Changes the password of whoever knows the one of today. */
  public void changePassword(Context context) {
    SignedIn signedIn = signedIn(context);
    Account account = signedIn.account();
    String wanted = SentForm.text(context, "password");
    Profile kept = profile(account);
    Map<String, String> weak = PASSWORD.errors(() -> Accounts.checkPassword(account, wanted));
    ifKnown(
        context,
        signedIn,
        "current_password",
        () -> {
          if (!weak.isEmpty()) {
            answer(context, 422, signedIn, kept, weak, null, null);
            return;
          }
          accounts.changePassword(account, wanted, signedIn.session());
          leadBack(context, "password");
        },
        (status, wrong, notice) -> {
          Map<String, String> errors = new LinkedHashMap<>(wrong);
          errors.putAll(weak);
          answer(context, status, signedIn, kept, errors, notice, null);
        });
  }

  /** Signs one of one's browsers out. */
  public void endSession(Context context) {
    sessions.end(signedIn(context).account(), SentForm.stripped(context, "session"));
    leadBack(context, "session");
  }

  /** Signs all of one's browsers out but this one. */
  public void endOtherSessions(Context context) {
    SignedIn signedIn = signedIn(context);
    sessions.endOthers(signedIn.account(), signedIn.session());
    leadBack(context, "sessions");
  }

  private static void leadBack(Context context, String done) {
    context.redirect(Urls.ACCOUNT + "?done=" + done, HttpStatus.SEE_OTHER);
  }

  private static SignedIn signedIn(Context context) {
    if (Requester.of(context) instanceof SignedIn signedIn) {
      return signedIn;
    }
    throw new Problem(ProblemKind.FORBIDDEN, FilledMessage.of("account.none_here"));
  }

  private void again(Context context, SignedIn signedIn, Profile sent, FormProblem problem) {
    answer(context, problem.status(), signedIn, sent, problem.errors(), problem.notice(), null);
  }

  private void answer(
      Context context,
      int status,
      SignedIn signedIn,
      Profile shown,
      Map<String, String> errors,
      @Nullable String notice,
      @Nullable String done) {
    Account account = signedIn.account();
    LocalTimes times = new LocalTimes(account.timeZone());
    List<SessionRow> rows =
        sessions.list(account).stream()
            .map(
                session ->
                    new SessionRow(
                        session,
                        session.secretHash().equals(signedIn.session().hash()),
                        times.shown(session.usedAt()),
                        times.shown(session.createdAt())))
            .toList();
    pages.answer(
        context,
        status,
        "account/account",
        new Model(
            account,
            shown.name,
            shown.email,
            shown.timeZone,
            shown.language,
            accounts.hasPassword(account),
            signOn.name(),
            signOn.isConnected(account),
            rows,
            errors,
            notice,
            done));
  }
}
