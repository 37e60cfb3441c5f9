package prismq.t.script.versioning.account.page;

import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.LinkPurpose;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.account.Sessions;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The form for a new password, by a link from an admin. */
public final class ResetPage {
  private static final FormFields FIELDS = FormFields.of("password");

  private final Accounts accounts;
  private final SessionStart start;
  private final Pages pages;

  /** Changes the passwords of these accounts. */
  public ResetPage(Accounts accounts, Sessions sessions, Pages pages) {
    this.accounts = accounts;
    this.start = new SessionStart(sessions);
    this.pages = pages;
  }

  /** What the template shows. */
  record Model(
      String action, Account account, Map<String, String> errors, @Nullable String notice) {}

  /** Answers {@code /reset/{link}}. */
  public void show(Context context) {
    answer(context, 200, link(context), Map.of(), null);
  }

  /** Keeps the new password, and signs its owner in. */
  public void save(Context context) {
    Secret link = link(context);
    FIELDS.attempt(
        () -> {
          Account account = accounts.resetPassword(link, SentForm.text(context, "password"));
          start.run(context, account, Urls.SCRIPTS);
        },
        problem -> answer(context, problem.status(), link, problem.errors(), problem.notice()));
  }

  private static Secret link(Context context) {
    return Links.secret(context.pathParam("link"), LinkPurpose.RESET);
  }

  private void answer(
      Context context,
      int status,
      Secret link,
      Map<String, String> errors,
      @Nullable String notice) {
    Model model = new Model(LinkPurpose.RESET.path(link), accounts.ofReset(link), errors, notice);
    pages.answer(context, status, "account/reset", model);
  }
}
