package prismq.t.script.versioning.review;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.group.AccountGroup;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.SentForm;

/**
 * What the form to ask for a review holds, so that nothing typed is lost when it is shown again.
 *
 * @param deadline a day; empty for none
 */
record AskForm(List<AskRow> people, List<AskGroupRow> groups, String deadline, String message) {
  /**
   * Somebody who can be asked.
   *
   * @param isMaker whether they made the version
   * @param mayDecide whether they may write
   */
  record AskRow(Account account, boolean isMaker, boolean mayDecide, AskedAs as) {
    private AskRow sent(Context context) {
      return new AskRow(account, isMaker, mayDecide, AskedAs.sent(context, "person", account.id()));
    }

    private NewReview.AskedPerson asked() {
      return new NewReview.AskedPerson(account, "", as.role, as.checkedWeight());
    }
  }

  /** A group whose members can be asked together. */
  record AskGroupRow(AccountGroup group, List<Account> members, AskedAs as) {
    private AskGroupRow sent(Context context) {
      return new AskGroupRow(group, members, AskedAs.sent(context, "group", group.id()));
    }

    private Stream<NewReview.AskedPerson> asked() {
      int weight = as.checkedWeight();
      return members.stream()
          .map(account -> new NewReview.AskedPerson(account, group.name(), as.role, weight));
    }

    /** Who would be asked. */
    public String names() {
      return Messages.list(members.stream().map(Account::name).toList());
    }
  }

  /**
   * Whether and as what somebody is asked.
   *
   * @param weight as it was typed
   */
  record AskedAs(boolean isChosen, String role, String weight) {
    private static final AskedAs NOT = new AskedAs(false, "", "1");

    private static AskedAs sent(Context context, String kind, long id) {
      String key = kind + "-" + id;
      String weight = SentForm.stripped(context, "weight-" + key);
      return new AskedAs(
          SentForm.texts(context, kind).contains(Long.toString(id)),
          SentForm.stripped(context, "role-" + key),
          weight.isEmpty() ? "1" : weight);
    }

    private int checkedWeight() {
      if (!weight.matches("\\d{1,2}")) {
        throw new InvalidInputException(
            "reviewers", FilledMessage.of("reviews.weight_range", Reviewer.MAX_WEIGHT));
      }
      return Integer.parseInt(weight);
    }
  }

  /** A form in which nobody is chosen. */
  static AskForm empty(Candidates candidates, Set<Long> makers, String scriptId) {
    return new AskForm(
        candidates.people(scriptId).stream()
            .map(
                account ->
                    new AskRow(
                        account,
                        makers.contains(account.id()),
                        candidates.mayDecide(account, scriptId),
                        AskedAs.NOT))
            .toList(),
        candidates.groups(scriptId).stream()
            .map(found -> new AskGroupRow(found.group(), found.members(), AskedAs.NOT))
            .toList(),
        "",
        "");
  }

  /** The same as the browser sent it. */
  AskForm sent(Context context) {
    return new AskForm(
        people.stream().map(row -> row.sent(context)).toList(),
        groups.stream().map(row -> row.sent(context)).toList(),
        SentForm.stripped(context, "deadline"),
        SentForm.stripped(context, "message"));
  }

  /**
   * What it asks for.
   *
   * @param from the left version of a comparison; null for a review of the version alone
   */
  NewReview review(@Nullable Integer from, int version) {
    @Nullable String day = deadline.isEmpty() ? null : deadline;
    List<NewReview.AskedPerson> asked = new ArrayList<>();
    people.stream().filter(row -> row.as.isChosen).map(AskRow::asked).forEach(asked::add);
    groups.stream().filter(row -> row.as.isChosen).flatMap(AskGroupRow::asked).forEach(asked::add);
    return new NewReview(from, version, asked, day == null ? null : NewReview.endOf(day), message);
  }
}
