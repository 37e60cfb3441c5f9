package prismq.t.script.versioning.account.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Set;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.TechnicalAccounts;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;

/** The page on which admins say which accounts only programs use. */
public final class TechnicalAccountsPage {
  /** The address of the page. */
  public static final String URL = "/people/technical";

  private final Accounts accounts;
  private final TechnicalAccounts technical;
  private final Pages pages;

  /** Marks accounts. */
  public TechnicalAccountsPage(Accounts accounts, TechnicalAccounts technical, Pages pages) {
    this.accounts = accounts;
    this.technical = technical;
    this.pages = pages;
  }

  /** What the template shows. */
  record Model(List<Account> accounts, Set<Long> technical, boolean isSaved) {
    public boolean isTechnical(Account account) {
      return technical.contains(account.id());
    }
  }

  /** Answers {@code /people/technical}. */
  public void show(Context context) {
    boolean isSaved = "true".equals(context.queryParam("saved"));
    Model model = new Model(accounts.list(), technical.all(), isSaved);
    pages.answer(context, 200, "account/technical", model);
  }

  /** Marks those that are ticked, and no others. */
  public void save(Context context) {
    Set<String> ticked = Set.copyOf(SentForm.texts(context, "account"));
    for (Account account : accounts.list()) {
      technical.mark(account, ticked.contains(Long.toString(account.id())));
    }
    context.redirect(URL + "?saved=true", HttpStatus.SEE_OTHER);
  }
}
