package prismq.t.script.versioning.account.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.LinkPurpose;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.account.SingleUseLink;
import prismq.t.script.versioning.account.letter.AccountMails;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.Client;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page on which admins see who has an account, invite people, and change what they may do. */
public final class PeoplePage {
  private static final FormFields FIELDS = FormFields.of("role", "email");

  private final Accounts accounts;
  private final Links links;
  private final SignOnState signOn;
  private final @Nullable AccountMails mails;
  private final Pages pages;

  /**
   * Changes accounts, and makes links for people.
   *
   * @param mails null where no mail can be sent
   */
  public PeoplePage(
      Accounts accounts,
      Links links,
      SignOnState signOn,
      @Nullable AccountMails mails,
      Pages pages) {
    this.accounts = accounts;
    this.links = links;
    this.signOn = signOn;
    this.mails = mails;
    this.pages = pages;
  }

  /** An account in the list. */
  record PersonRow(Account account, boolean isSelf, boolean isConnected) {
    public String roleUrl() {
      return Urls.person(account.id(), "role");
    }

    public String disableUrl() {
      return Urls.person(account.id(), "disable");
    }

    public String enableUrl() {
      return Urls.person(account.id(), "enable");
    }

    public String disconnectUrl() {
      return Urls.person(account.id(), "disconnect");
    }

    public String resetUrl() {
      return Urls.person(account.id(), "reset");
    }
  }

  /** An invitation that nobody has taken yet. */
  record InvitationRow(SingleUseLink link, String expiresAt) {}

  /**
   * A link to hand over.
   *
   * @param about what it is for, in a sentence
   */
  record MadeLink(String about, String url) {}

  /**
   * What the template shows.
   *
   * @param signOn how a provider of single sign-on is called; null where there is none
   * @param email typed for an invitation
   * @param mailFailure why the last mail was not sent; null if it was
   * @param done what was done, in a sentence; null for nothing
   */
  record Model(
      List<PersonRow> people,
      List<InvitationRow> invitations,
      @Nullable String signOn,
      String email,
      @Nullable String mailFailure,
      @Nullable MadeLink made,
      Map<String, String> errors,
      @Nullable String notice,
      @Nullable String done) {
    public Role[] roles() {
      return Role.values();
    }
  }

  /** Answers {@code /people}. */
  public void show(Context context) {
    if (Requester.of(context) instanceof SignedIn) {
      answer(context, 200, null, Map.of(), null, done(context));
    } else {
      context.redirect(Urls.SET_UP, HttpStatus.SEE_OTHER);
    }
  }

  /** What was just done, as long as it still is so. */
  private @Nullable String done(Context context) {
    @Nullable String done = context.queryParam("done");
    if ("withdrawn".equals(done)) {
      return Messages.text("people.done_withdrawn");
    }
    @Nullable String id = context.queryParam("person");
    if (done == null || id == null) {
      return null;
    }
    return accounts.list().stream()
        .filter(account -> Long.toString(account.id()).equals(id))
        .findFirst()
        .map(account -> done(done, account))
        .orElse(null);
  }

  private static @Nullable String done(String done, Account account) {
    String name = account.name();
    return switch (done) {
      case "role" -> Messages.text("people.done_role", name, account.role().title());
      case "disabled" -> account.isDisabled() ? Messages.text("people.done_disabled", name) : null;
      case "enabled" -> account.isDisabled() ? null : Messages.text("people.done_enabled", name);
      case "disconnected" -> Messages.text("people.done_disconnected", name);
      default -> null;
    };
  }

  /** Makes an invitation, and shows it once. */
  public void invite(Context context) {
    attempt(
        context,
        () -> {
          Role role = Role.of(SentForm.stripped(context, "role"));
          String email = SentForm.stripped(context, "email");
          Secret link =
              email.isEmpty()
                  ? links.invite(role)
                  : links.invite(role, Account.checkedEmail(email));
          String about =
              email.isEmpty()
                  ? Messages.text("people.invitation_made", role.title())
                  : Messages.text(
                      mails == null ? "people.invitation_made_for" : "people.invitation_mailed",
                      email,
                      role.title());
          if (mails != null && !email.isEmpty()) {
            mails.invite(email, role, link, self(context).name());
          }
          show(context, new MadeLink(about, full(context, LinkPurpose.INVITATION.path(link))));
        });
  }

  /** Takes an invitation back. */
  public void withdraw(Context context) {
    self(context);
    links.withdrawInvitation(SentForm.stripped(context, "invitation"));
    context.redirect(Urls.PEOPLE + "?done=withdrawn", HttpStatus.SEE_OTHER);
  }

  /** Gives an account another role. */
  public void changeRole(Context context) {
    attempt(
        context,
        () -> {
          Role role = Role.of(SentForm.stripped(context, "role"));
          change(context, "role", account -> account.withRole(role));
        });
  }

  /** Signs an account out for good. */
  public void disable(Context context) {
    attempt(context, () -> change(context, "disabled", account -> account.disabled(true)));
  }

  /** Lets it sign in again. */
  public void enable(Context context) {
    attempt(context, () -> change(context, "enabled", account -> account.disabled(false)));
  }

  /** Unties an account from the provider of single sign-on. */
  public void disconnect(Context context) {
    self(context);
    Account account = account(context);
    signOn.disconnect(account);
    leadBack(context, "disconnected", account);
  }

  private void change(Context context, String done, UnaryOperator<Account> change) {
    Account account = account(context);
    accounts.change(account.id(), change);
    leadBack(context, done, account);
  }

  /** Makes a link for a new password, and shows it once. */
  public void reset(Context context) {
    self(context);
    Account account = account(context);
    Secret link = links.reset(account);
    String about = Messages.text("people.password_link_made", account.name());
    show(context, new MadeLink(about, full(context, LinkPurpose.RESET.path(link))));
  }

  private Account account(Context context) {
    String id = context.pathParam("account_id");
    if (!id.matches("\\d{1,9}")) {
      throw new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("account.not_found"));
    }
    return accounts.account(Long.parseLong(id));
  }

  private static String full(Context context, String path) {
    return Client.of(context).scheme() + "://" + context.host() + path;
  }

  private @Nullable String mailFailure(LocalTimes times) {
    return Optional.ofNullable(mails)
        .flatMap(AccountMails::failure)
        .map(
            failure ->
                Messages.text("people.mail_failed", times.shown(failure.at()), failure.reason()))
        .orElse(null);
  }

  private static Account self(Context context) {
    if (Requester.of(context) instanceof SignedIn signedIn) {
      return signedIn.account();
    }
    throw new Problem(
        ProblemKind.FORBIDDEN,
        FilledMessage.of("people.none_yet"),
        FilledMessage.of("people.none_yet_next"));
  }

  private void attempt(Context context, Runnable work) {
    self(context);
    FIELDS.attempt(
        work::run,
        problem ->
            answer(context, problem.status(), null, problem.errors(), problem.notice(), null));
  }

  private static void leadBack(Context context, String done, Account account) {
    String url = Urls.PEOPLE + "?done=" + done + "&person=" + account.id();
    context.redirect(url, HttpStatus.SEE_OTHER);
  }

  private void show(Context context, MadeLink made) {
    answer(context, 200, made, Map.of(), null, null);
  }

  private void answer(
      Context context,
      int status,
      @Nullable MadeLink made,
      Map<String, String> errors,
      @Nullable String notice,
      @Nullable String done) {
    Account self = self(context);
    LocalTimes times = new LocalTimes(self.timeZone());
    Set<Long> connected = signOn.connected();
    List<PersonRow> people =
        accounts.list().stream()
            .map(
                account ->
                    new PersonRow(
                        account, account.id() == self.id(), connected.contains(account.id())))
            .toList();
    List<InvitationRow> invitations =
        links.openInvitations().stream()
            .map(link -> new InvitationRow(link, times.shown(link.expiresAt())))
            .toList();
    String typedEmail = errors.isEmpty() ? "" : SentForm.stripped(context, "email");
    pages.answer(
        context,
        status,
        "account/people",
        new Model(
            people,
            invitations,
            signOn.name(),
            typedEmail,
            mailFailure(times),
            made,
            errors,
            notice,
            done));
  }
}
