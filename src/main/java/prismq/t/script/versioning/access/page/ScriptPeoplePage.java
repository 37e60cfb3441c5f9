package prismq.t.script.versioning.access.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptAudience;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page on which those who manage a script see and say who works on it. */
public final class ScriptPeoplePage {
  private static final FormFields FIELDS = FormFields.of("account", "right");

  private final VersionManager versionManager;
  private final ScriptRights rights;
  private final Accounts accounts;
  private final Pages pages;

  /** Shows and changes the rights on scripts of these accounts. */
  public ScriptPeoplePage(
      VersionManager versionManager, ScriptRights rights, Accounts accounts, Pages pages) {
    this.versionManager = versionManager;
    this.rights = rights;
    this.accounts = accounts;
    this.pages = pages;
  }

  /**
   * Somebody who may read the script.
   *
   * @param right the most that they may do
   * @param isNamed whether by a right on the script, rather than by their role
   */
  record ScriptPerson(Account account, Right right, boolean isNamed, boolean isSelf) {}

  /**
   * A change that would take the script from whoever asks for it.
   *
   * @param url where it is sent to, once it is confirmed
   * @param values the fields of its form
   */
  record LosingChange(String url, Map<String, String> values) {}

  /** What the template shows. */
  record Model(
      Script script,
      boolean isRestricted,
      List<ScriptPerson> people,
      List<Account> others,
      @Nullable LosingChange losing,
      Map<String, String> errors,
      @Nullable String notice) {
    public boolean isNobodyNamed() {
      return people.stream().noneMatch(ScriptPerson::isNamed);
    }

    public List<Right> rights() {
      return Right.ON_SCRIPTS;
    }

    public String url() {
      return Urls.scriptPeople(script.scriptId());
    }

    public String removeUrl() {
      return url() + "/remove";
    }

    public String restrictUrl() {
      return url() + "/restrict";
    }

    public String feedUrl() {
      return Urls.feed(script.scriptId());
    }
  }

  /** Answers {@code /scripts/{script_id}/people}. */
  public void show(Context context) {
    answer(context, 200, null, Map.of(), null);
  }

  /** Names somebody with a right, new or in place of another one. */
  public void give(Context context) {
    change(
        context,
        () -> {
          long account = account(context);
          Right right = Right.onScript(SentForm.stripped(context, "right"));
          return audience -> audience.with(account, right);
        },
        "account",
        "right");
  }

  /** Names somebody no longer. */
  public void remove(Context context) {
    change(
        context,
        () -> {
          long account = account(context);
          return audience -> audience.without(account);
        },
        "account");
  }

  /** Restricts the script to those who are named, or opens it to everybody. */
  public void restrict(Context context) {
    boolean restricted = SentForm.stripped(context, "restricted").equals("true");
    change(context, () -> audience -> audience.restricted(restricted), "restricted");
  }

  /** What a form asks for. */
  private interface AudienceChange {
    UnaryOperator<ScriptAudience> read();
  }

  private void change(Context context, AudienceChange asked, String... fields) {
    String scriptId = context.pathParam("script_id");
    boolean isConfirmed = SentForm.text(context, "confirmed").equals("true");
    FIELDS.attempt(
        () -> {
          Requester requester = Requester.of(context);
          rights.change(requester, scriptId, isConfirmed, asked.read());
          boolean mayStill =
              Access.may(rights.now(requester), Right.MANAGE, new Thing.GuardedScript(scriptId));
          context.redirect(
              mayStill ? Urls.scriptPeople(scriptId) : Urls.SCRIPTS, HttpStatus.SEE_OTHER);
        },
        problem -> again(context, problem, fields));
  }

  private void again(Context context, FormProblem problem, String... fields) {
    boolean locksOut = problem.is(ProblemKind.LOCKS_OUT);
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : fields) {
      values.put(field, SentForm.stripped(context, field));
    }
    answer(
        context,
        problem.status(),
        locksOut ? new LosingChange(context.path(), values) : null,
        problem.errors(),
        locksOut ? null : problem.notice());
  }

  private long account(Context context) {
    String id = SentForm.stripped(context, "account");
    return accounts.list().stream()
        .filter(account -> Long.toString(account.id()).equals(id))
        .map(Account::id)
        .findFirst()
        .orElseThrow(() -> new InvalidInputException("account", "Choose a person from the list."));
  }

  private void answer(
      Context context,
      int status,
      @Nullable LosingChange losing,
      Map<String, String> errors,
      @Nullable String notice) {
    String scriptId = context.pathParam("script_id");
    ScriptAudience audience = rights.audience(scriptId);
    List<Account> all = accounts.list().stream().filter(account -> !account.isDisabled()).toList();
    List<ScriptPerson> people =
        all.stream()
            .map(account -> person(context, scriptId, account, audience))
            .filter(person -> person.right != Right.NONE)
            .sorted(Comparator.comparing((ScriptPerson person) -> !person.isNamed))
            .toList();
    List<Account> others =
        all.stream()
            .filter(account -> !audience.rights().containsKey(account.id()))
            // Admins may do everything already.
            .sorted(Comparator.comparing(account -> account.role() == Role.ADMIN))
            .toList();
    Script script = versionManager.script(scriptId);
    pages.answer(
        context,
        status,
        "access/people",
        new Model(script, audience.isRestricted(), people, others, losing, errors, notice));
  }

  private ScriptPerson person(
      Context context, String scriptId, Account account, ScriptAudience audience) {
    boolean isSelf =
        Requester.of(context) instanceof Requester.SignedIn signedIn
            && signedIn.account().id() == account.id();
    return new ScriptPerson(
        account,
        Access.most(account, rights.of(account), scriptId),
        audience.rights().containsKey(account.id()),
        isSelf);
  }
}
