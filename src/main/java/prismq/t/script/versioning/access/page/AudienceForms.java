package prismq.t.script.versioning.access.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Grantee;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptAudience;
import prismq.t.script.versioning.access.ScriptGrants;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.group.AccountGroup;
import prismq.t.script.versioning.group.Groups;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The forms by which those who manage a script or a project say who works on it. */
public final class AudienceForms {
  private static final FormFields FIELDS = FormFields.of("account", "right");

  private final ScriptRights rights;
  private final Accounts accounts;
  private final Groups groups;

  /** Changes the rights of these accounts and groups. */
  public AudienceForms(ScriptRights rights, Accounts accounts, Groups groups) {
    this.rights = rights;
    this.accounts = accounts;
    this.groups = groups;
  }

  /**
   * What the forms are about.
   *
   * @param name what the audit log calls it
   * @param url of its page
   */
  public record FormTarget(Thing.Guarded thing, String name, String url) {}

  /** Shows the page of the forms again. */
  public interface FormPage {
    /** Answers with this status. */
    void answer(int status, AudienceView view);
  }

  /** Names somebody with a right, new or in place of another one. */
  public void give(Context context, FormTarget target, FormPage page) {
    change(
        context,
        target,
        page,
        () -> {
          Grantee grantee = grantee(context);
          Right right = Right.onScript(SentForm.stripped(context, "right"));
          return audience -> audience.with(grantee, right);
        },
        "account",
        "right");
  }

  /** Names somebody no longer. */
  public void remove(Context context, FormTarget target, FormPage page) {
    change(
        context,
        target,
        page,
        () -> {
          Grantee grantee = grantee(context);
          return audience -> audience.without(grantee);
        },
        "account");
  }

  /** Restricts it to those who are named, or opens it to everybody. */
  public void restrict(Context context, FormTarget target, FormPage page) {
    boolean restricted = SentForm.stripped(context, "restricted").equals("true");
    change(context, target, page, () -> audience -> audience.restricted(restricted), "restricted");
  }

  /** What a form asks for. */
  private interface AudienceChange {
    UnaryOperator<ScriptAudience> read();
  }

  private void change(
      Context context, FormTarget target, FormPage page, AudienceChange asked, String... fields) {
    boolean isConfirmed = SentForm.text(context, "confirmed").equals("true");
    FIELDS.attempt(
        () -> {
          Requester requester = Requester.of(context);
          rights.change(requester, target.thing, target.name, isConfirmed, asked.read());
          boolean mayStill = Access.may(rights.now(requester), Right.MANAGE, target.thing);
          context.redirect(mayStill ? target.url : Urls.SCRIPTS, HttpStatus.SEE_OTHER);
        },
        problem -> again(context, target, page, problem, fields));
  }

  private void again(
      Context context, FormTarget target, FormPage page, FormProblem problem, String... fields) {
    boolean locksOut = problem.is(ProblemKind.LOCKS_OUT);
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : fields) {
      values.put(field, SentForm.stripped(context, field));
    }
    page.answer(
        problem.status(),
        view(
            context,
            target,
            locksOut ? new AudienceView.LosingChange(context.path(), values) : null,
            problem.errors(),
            locksOut ? null : problem.notice()));
  }

  private Grantee grantee(Context context) {
    String word = SentForm.stripped(context, "account");
    return Stream.concat(
            accounts.list().stream().map(account -> Grantee.account(account.id())),
            groups.list().stream().map(group -> Grantee.group(group.id())))
        .filter(grantee -> grantee.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException("account", FilledMessage.of("rights.choose")));
  }

  /** Who works on it now, without an error. */
  public AudienceView view(Context context, FormTarget target) {
    return view(context, target, null, Map.of(), null);
  }

  private AudienceView view(
      Context context,
      FormTarget target,
      AudienceView.@Nullable LosingChange losing,
      Map<String, String> errors,
      @Nullable String notice) {
    ScriptAudience audience = rights.audience(target.thing);
    List<Account> all = accounts.list().stream().filter(account -> !account.isDisabled()).toList();
    List<AccountGroup> allGroups = groups.list();
    List<AudienceRow> rows = new ArrayList<>();
    for (AccountGroup group : allGroups) {
      @Nullable Right given = audience.rights().get(Grantee.group(group.id()));
      if (given != null) {
        rows.add(row(group, given));
      }
    }
    all.stream()
        .map(account -> row(context, target.thing, account, audience))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing((AudienceRow row) -> !row.isNamed()))
        .forEach(rows::add);
    return new AudienceView(
        target.url,
        target.thing instanceof Thing.GuardedProject,
        audience.isRestricted(),
        rights.isRestrictedByProject(target.thing),
        rows,
        others(audience, all, allGroups),
        losing,
        errors,
        notice);
  }

  private static AudienceRow row(AccountGroup group, Right given) {
    String why = Messages.text("rights.why_named", given.meaning());
    return new AudienceRow(Grantee.group(group.id()), group.name(), given, false, why);
  }

  /** Empty for somebody who may not even read it. */
  private Optional<AudienceRow> row(
      Context context, Thing.Guarded thing, Account account, ScriptAudience audience) {
    ScriptGrants grants = rights.of(account);
    Right most = Access.most(account, grants, thing);
    if (most == Right.NONE) {
      return Optional.empty();
    }
    boolean isSelf =
        Requester.of(context) instanceof Requester.SignedIn signedIn
            && signedIn.account().id() == account.id();
    Grantee grantee = Grantee.account(account.id());
    @Nullable Right given = audience.rights().get(grantee);
    boolean isByOthers = given != most && grants.isNamed(thing);
    return Optional.of(
        new AudienceRow(
            grantee, account.name(), given, isSelf, why(account, most, given, isByOthers)));
  }

  private static String why(
      Account account, Right most, @Nullable Right given, boolean isByOthers) {
    if (account.role() == Role.ADMIN) {
      return Messages.text("rights.why_admin");
    }
    if (isByOthers) {
      return Messages.text("rights.why_group", most.meaning());
    }
    return given == null
        ? Messages.text("rights.why_role", account.role().word(), most.meaning())
        : Messages.text("rights.why_named", most.meaning());
  }

  private static List<AudienceView.GranteeOption> others(
      ScriptAudience audience, List<Account> all, List<AccountGroup> allGroups) {
    Stream<AudienceView.GranteeOption> ofGroups =
        allGroups.stream()
            .filter(group -> !audience.rights().containsKey(Grantee.group(group.id())))
            .map(
                group ->
                    new AudienceView.GranteeOption(
                        Grantee.group(group.id()).word(),
                        Messages.text("rights.group_choice", group.name())));
    Stream<AudienceView.GranteeOption> ofAccounts =
        all.stream()
            .filter(account -> !audience.rights().containsKey(Grantee.account(account.id())))
            // Admins may do everything already.
            .sorted(Comparator.comparing(account -> account.role() == Role.ADMIN))
            .map(
                account ->
                    new AudienceView.GranteeOption(
                        Grantee.account(account.id()).word(),
                        Messages.text("rights.choice", account.name(), account.role().word())));
    return Stream.concat(ofAccounts, ofGroups).toList();
  }
}
