package prismq.t.script.versioning.group.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.group.AccountGroup;
import prismq.t.script.versioning.group.Groups;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page on which admins make groups of people, and say who is in them. */
public final class GroupsPage {
  private static final FormFields FIELDS = FormFields.of("name");

  private final Groups groups;
  private final Accounts accounts;
  private final Pages pages;

  /** Changes these groups of these accounts. */
  public GroupsPage(Groups groups, Accounts accounts, Pages pages) {
    this.groups = groups;
    this.accounts = accounts;
    this.pages = pages;
  }

  /**
   * A group in the list.
   *
   * @param others who can be added to it
   * @param newName typed in place of its name
   * @param errors of that name
   */
  record GroupRow(
      AccountGroup group,
      List<Account> members,
      List<Account> others,
      String newName,
      Map<String, String> errors) {}

  /**
   * What the template shows.
   *
   * @param name typed for a new group
   */
  record Model(
      List<GroupRow> groups, String name, Map<String, String> errors, @Nullable String notice) {}

  /** A name that was typed for a group and cannot be. */
  private record RefusedName(long group, String name, Map<String, String> errors) {
    private static final RefusedName NONE = new RefusedName(0, "", Map.of());
  }

  /** Answers {@code /people/groups}. */
  public void show(Context context) {
    answer(context, 200, "", Map.of(), RefusedName.NONE, null);
  }

  /** Makes a group. */
  public void make(Context context) {
    String name = SentForm.stripped(context, "name");
    FIELDS.attempt(
        () -> {
          groups.make(name);
          context.redirect(Urls.GROUPS, HttpStatus.SEE_OTHER);
        },
        problem ->
            answer(
                context,
                problem.status(),
                name,
                problem.errors(),
                RefusedName.NONE,
                problem.notice()));
  }

  /** Gives a group another name. */
  public void rename(Context context) {
    String name = SentForm.stripped(context, "name");
    attempt(context, name, () -> groups.rename(group(context), name));
  }

  /** Puts somebody into a group. */
  public void add(Context context) {
    attempt(context, "", () -> groups.add(group(context), account(context)));
  }

  /** Takes somebody out of a group. */
  public void take(Context context) {
    attempt(context, "", () -> groups.take(group(context), account(context)));
  }

  /** Deletes a group. */
  public void remove(Context context) {
    attempt(context, "", () -> groups.remove(group(context)));
  }

  private static long group(Context context) {
    return number(context, "group", "group.gone");
  }

  private static long account(Context context) {
    return number(context, "account", "group.choose");
  }

  private static long number(Context context, String field, String otherwise) {
    String id = SentForm.stripped(context, field);
    if (!id.matches("\\d{1,9}")) {
      throw new InvalidInputException(field, FilledMessage.of(otherwise));
    }
    return Long.parseLong(id);
  }

  private void attempt(Context context, String name, Runnable work) {
    FIELDS.attempt(
        () -> {
          work.run();
          context.redirect(Urls.GROUPS, HttpStatus.SEE_OTHER);
        },
        problem -> {
          RefusedName refused =
              problem.errors().isEmpty()
                  ? RefusedName.NONE
                  : new RefusedName(group(context), name, problem.errors());
          answer(context, problem.status(), "", Map.of(), refused, problem.notice());
        });
  }

  private void answer(
      Context context,
      int status,
      String name,
      Map<String, String> errors,
      RefusedName refused,
      @Nullable String notice) {
    List<Account> all = accounts.list();
    List<GroupRow> rows = groups.list().stream().map(group -> row(group, all, refused)).toList();
    pages.answer(context, status, "group/groups", new Model(rows, name, errors, notice));
  }

  private static GroupRow row(AccountGroup group, List<Account> all, RefusedName refused) {
    boolean isRefused = group.id() == refused.group;
    return new GroupRow(
        group,
        all.stream().filter(account -> group.members().contains(account.id())).toList(),
        all.stream()
            .filter(account -> !account.isDisabled() && !group.members().contains(account.id()))
            .toList(),
        isRefused ? refused.name : group.name(),
        isRefused ? refused.errors : Map.of());
  }
}
