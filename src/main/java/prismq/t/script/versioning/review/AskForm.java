package prismq.t.script.versioning.review;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.web.SentForm;

/**
 * What the form to ask for a review holds, so that nothing typed is lost when it is shown again.
 *
 * @param deadline a day; empty for none
 */
record AskForm(List<AskRow> people, String deadline, String message) {
  /**
   * Somebody who can be asked.
   *
   * @param isMaker whether they made the version
   * @param mayDecide whether they may write
   * @param weight as it was typed
   */
  record AskRow(
      Account account,
      boolean isMaker,
      boolean mayDecide,
      boolean isChosen,
      String role,
      String weight) {
    private NewReview.AskedPerson asked() {
      if (!weight.matches("\\d{1,2}")) {
        throw new InvalidInputException(
            "reviewers", FilledMessage.of("reviews.weight_range", Reviewer.MAX_WEIGHT));
      }
      return new NewReview.AskedPerson(account, role, Integer.parseInt(weight));
    }
  }

  /** A form in which nobody is chosen. */
  static AskForm empty(Reviews reviews, String scriptId, int version) {
    Set<Long> makers = reviews.makers(scriptId, version);
    List<AskRow> rows = new ArrayList<>();
    for (Account account : reviews.candidates(scriptId)) {
      rows.add(
          new AskRow(
              account,
              makers.contains(account.id()),
              reviews.mayDecide(account, scriptId),
              false,
              "",
              "1"));
    }
    return new AskForm(rows, "", "");
  }

  /** The same as the browser sent it. */
  AskForm sent(Context context) {
    Set<String> chosen = Set.copyOf(SentForm.texts(context, "person"));
    List<AskRow> rows = new ArrayList<>();
    for (AskRow row : people) {
      String id = Long.toString(row.account.id());
      String weight = SentForm.stripped(context, "weight-" + id);
      rows.add(
          new AskRow(
              row.account,
              row.isMaker,
              row.mayDecide,
              chosen.contains(id),
              SentForm.stripped(context, "role-" + id),
              weight.isEmpty() ? "1" : weight));
    }
    return new AskForm(
        rows, SentForm.stripped(context, "deadline"), SentForm.stripped(context, "message"));
  }

  /** What it asks for. */
  NewReview review(int version) {
    @Nullable String day = deadline.isEmpty() ? null : deadline;
    return new NewReview(
        version,
        people.stream().filter(AskRow::isChosen).map(AskRow::asked).toList(),
        day == null ? null : NewReview.endOf(day),
        message);
  }
}
