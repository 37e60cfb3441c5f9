package prismq.t.script.versioning.token.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.page.LocalTimes;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.project.Project;
import prismq.t.script.versioning.project.Projects;
import prismq.t.script.versioning.token.NewToken;
import prismq.t.script.versioning.token.Token;
import prismq.t.script.versioning.token.TokenRight;
import prismq.t.script.versioning.token.Tokens;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page on which people make tokens for their programs, and revoke them. */
public final class TokensPage {
  private static final FormFields FIELDS =
      FormFields.of("name", "right", "scripts", "projects", "expires");
  private static final NewTokenForm EMPTY = new NewTokenForm("", "write", "", List.of(), "90");

  private final Tokens tokens;
  private final Projects projects;
  private final Pages pages;

  /** Makes and revokes these tokens, for these projects. */
  public TokensPage(Tokens tokens, Projects projects, Pages pages) {
    this.tokens = tokens;
    this.projects = projects;
    this.pages = pages;
  }

  /** What was typed into the form. */
  record NewTokenForm(
      String name, String right, String scripts, List<String> projects, String expires) {
    public boolean isFor(Project project) {
      return projects.contains(project.name());
    }

    private static NewTokenForm of(Context context) {
      return new NewTokenForm(
          SentForm.stripped(context, "name"),
          SentForm.stripped(context, "right"),
          SentForm.stripped(context, "scripts"),
          SentForm.texts(context, "project"),
          SentForm.stripped(context, "expires"));
    }

    private NewToken checked() {
      List<String> scriptIds =
          Arrays.stream(scripts.split("[\\s,;]+", -1)).filter(id -> !id.isEmpty()).toList();
      return new NewToken(
          name, TokenRight.of(right), scriptIds, projects, NewToken.checkedDays(expires));
    }
  }

  /**
   * What the template shows.
   *
   * @param made the text of a token just made, which is shown only now; null for none
   */
  record Model(
      List<TokenRow> tokens,
      List<TokenRight> rights,
      List<Project> projects,
      NewTokenForm sent,
      @Nullable String made,
      Map<String, String> errors,
      @Nullable String notice) {
    /** For how many days a token can be made to work. */
    public List<Integer> days() {
      return List.of(7, 30, 90, 365);
    }
  }

  /** Answers {@code /account/tokens}. */
  public void show(Context context) {
    answer(context, 200, EMPTY, null, Map.of(), null);
  }

  /** Makes a token, and shows it once. */
  public void make(Context context) {
    NewTokenForm sent = NewTokenForm.of(context);
    FIELDS.attempt(
        () -> {
          Map<String, String> errors =
              FIELDS.errors(
                  () -> NewToken.checkedName(sent.name),
                  () -> TokenRight.of(sent.right),
                  () -> NewToken.checkedDays(sent.expires));
          if (errors.isEmpty()) {
            Requester requester = Requester.of(context);
            String made =
                tokens.make(
                    Access.readable(requester),
                    Access.readableProjects(requester),
                    owner(context),
                    sent.checked());
            answer(context, 200, EMPTY, made, Map.of(), null);
          } else {
            answer(context, 422, sent, null, errors, null);
          }
        },
        problem ->
            answer(context, problem.status(), sent, null, problem.errors(), problem.notice()));
  }

  /** Takes one of one's own tokens back. */
  public void revoke(Context context) {
    Token token = tokens.token(id(context));
    if (token.accountId() != owner(context).id()) {
      // As if there were none: nobody needs to know of the tokens of others.
      throw new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("token.not_found"));
    }
    tokens.revoke(token);
    context.redirect(Urls.TOKENS, HttpStatus.SEE_OTHER);
  }

  /** The id of the token that a form is about. */
  static long id(Context context) {
    String id = SentForm.stripped(context, "token");
    if (!id.matches("\\d{1,9}")) {
      throw new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("token.not_found"));
    }
    return Long.parseLong(id);
  }

  private static Account owner(Context context) {
    if (Requester.of(context) instanceof SignedIn signedIn) {
      return signedIn.account();
    }
    throw new Problem(ProblemKind.FORBIDDEN, FilledMessage.of("account.none_here"));
  }

  private void answer(
      Context context,
      int status,
      NewTokenForm sent,
      @Nullable String made,
      Map<String, String> errors,
      @Nullable String notice) {
    Account owner = owner(context);
    LocalTimes times = new LocalTimes(owner.timeZone());
    Requester requester = Requester.of(context);
    List<TokenRow> rows =
        tokens.list(owner, Access.readableProjects(requester)).stream()
            .map(owned -> TokenRow.of(owned, times))
            .toList();
    List<Project> known = projects.list(requester, Right.READ);
    pages.answer(
        context,
        status,
        "token/tokens",
        new Model(rows, TokenRight.of(owner.role()), known, sent, made, errors, notice));
  }
}
