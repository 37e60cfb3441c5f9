package prismq.t.script.versioning.account.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.LoneComputer;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.LinkPurpose;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.account.Sessions;
import prismq.t.script.versioning.account.SingleUseLink;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The form for an account: the first one of a server, or one by invitation. */
public final class NewAccountPage {
  private static final FormFields FIELDS = FormFields.of("name", "email", "password");

  private final Accounts accounts;
  private final Links links;
  private final SessionStart start;
  private final Pages pages;

  /** Makes accounts, by links, and signs them in. */
  public NewAccountPage(Accounts accounts, Links links, Sessions sessions, Pages pages) {
    this.accounts = accounts;
    this.links = links;
    this.start = new SessionStart(sessions);
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param action where the form is sent
   * @param role of the account
   * @param isFirst whether nobody has an account yet
   */
  record Model(
      String action,
      Role role,
      boolean isFirst,
      String name,
      String email,
      Map<String, String> errors,
      @Nullable String notice) {}

  /** An account that can be made. */
  private record AccountOffer(String action, Role role, boolean isFirst, String email) {
    Model model(NewAccount sent, Map<String, String> errors, @Nullable String notice) {
      return new Model(action, role, isFirst, sent.name(), sent.email(), errors, notice);
    }
  }

  private static final AccountOffer FIRST = new AccountOffer(Urls.SET_UP, Role.ADMIN, true, "");

  /** Answers {@code /set-up}, on a computer that nobody else can reach. */
  public void showFirst(Context context) {
    if (Requester.of(context) instanceof LoneComputer) {
      show(context, FIRST);
    } else {
      context.redirect(Urls.PEOPLE, HttpStatus.SEE_OTHER);
    }
  }

  /** Makes the first account there. */
  public void makeFirst(Context context) {
    make(context, FIRST, accounts::addFirst, Urls.PEOPLE);
  }

  /** Answers {@code /set-up/{link}}, which the server printed as it started. */
  public void showSetUp(Context context) {
    show(context, setUp(link(context, LinkPurpose.SET_UP)));
  }

  /** Makes the first account by that link. */
  public void setUp(Context context) {
    Secret link = link(context, LinkPurpose.SET_UP);
    make(context, setUp(link), made -> accounts.setUp(link, made), Urls.PEOPLE);
  }

  private AccountOffer setUp(Secret link) {
    links.find(link, LinkPurpose.SET_UP);
    return new AccountOffer(LinkPurpose.SET_UP.path(link), Role.ADMIN, true, "");
  }

  /** Answers {@code /invitations/{link}}. */
  public void showInvitation(Context context) {
    show(context, invitation(link(context, LinkPurpose.INVITATION)));
  }

  /** Makes an account by an invitation. */
  public void accept(Context context) {
    Secret link = link(context, LinkPurpose.INVITATION);
    make(context, invitation(link), made -> accounts.accept(link, made), Urls.SCRIPTS);
  }

  private AccountOffer invitation(Secret link) {
    SingleUseLink invitation = links.find(link, LinkPurpose.INVITATION);
    Role role = Objects.requireNonNull(invitation.role());
    String email = Objects.requireNonNullElse(invitation.email(), "");
    return new AccountOffer(LinkPurpose.INVITATION.path(link), role, false, email);
  }

  private static Secret link(Context context, LinkPurpose purpose) {
    return Links.secret(context.pathParam("link"), purpose);
  }

  private void show(Context context, AccountOffer offer) {
    NewAccount empty = new NewAccount("", offer.email(), "");
    answer(context, 200, offer.model(empty, Map.of(), null));
  }

  private void make(
      Context context, AccountOffer offer, Function<NewAccount, Account> making, String next) {
    NewAccount sent =
        new NewAccount(
            SentForm.stripped(context, "name"),
            SentForm.stripped(context, "email"),
            SentForm.text(context, "password"));
    FIELDS.attempt(
        () -> {
          Map<String, String> errors = FIELDS.errors(sent.checks());
          if (errors.isEmpty()) {
            start.run(context, making.apply(sent), next);
          } else {
            answer(context, 422, offer.model(sent, errors, null));
          }
        },
        problem ->
            answer(
                context, problem.status(), offer.model(sent, problem.errors(), problem.notice())));
  }

  private void answer(Context context, int status, Model model) {
    pages.answer(context, status, "account/new-account", model);
  }
}
