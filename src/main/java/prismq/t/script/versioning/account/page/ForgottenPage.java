package prismq.t.script.versioning.account.page;

import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.letter.AccountMails;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;

/** The form for those who forgot their password; it answers whoever has no account alike. */
public final class ForgottenPage {
  private static final FormFields FIELDS = FormFields.of("email");

  private final @Nullable AccountMails mails;
  private final Pages pages;

  /**
   * Has links sent.
   *
   * @param mails null where no mail can be sent
   */
  public ForgottenPage(@Nullable AccountMails mails, Pages pages) {
    this.mails = mails;
    this.pages = pages;
  }

  /** What the template shows. */
  record Model(String email, boolean isSent, Map<String, String> errors) {}

  private AccountMails mails() {
    if (mails == null) {
      throw new Problem(
          ProblemKind.NOT_FOUND,
          FilledMessage.of("forgotten.no_mail"),
          FilledMessage.of("forgotten.no_mail_next"));
    }
    return mails;
  }

  /** Answers {@code /forgotten}. */
  public void show(Context context) {
    mails();
    answer(context, 200, new Model("", false, Map.of()));
  }

  /** Has a link sent. */
  public void send(Context context) {
    AccountMails sender = mails();
    String email = SentForm.stripped(context, "email");
    Map<String, String> errors = FIELDS.errors(() -> Account.checkedEmail(email));
    if (errors.isEmpty()) {
      sender.forgotten(email);
    }
    answer(context, errors.isEmpty() ? 200 : 422, new Model(email, errors.isEmpty(), errors));
  }

  private void answer(Context context, int status, Model model) {
    pages.answer(context, status, "account/forgotten", model);
  }
}
