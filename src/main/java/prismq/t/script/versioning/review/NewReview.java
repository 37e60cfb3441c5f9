package prismq.t.script.versioning.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.history.Field;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * A review to ask for.
 *
 * @param fromVersion the left one of a comparison, whose right one is the version; null where it is
 *     of the version alone
 * @param deadline null for none
 */
public record NewReview(
    @Nullable Integer fromVersion,
    int versionNumber,
    List<AskedPerson> people,
    @Nullable Instant deadline,
    String message) {
  /**
   * Who is asked; in order.
   *
   * @param group the name of the one as whose member they are asked; empty for none
   */
  public record AskedPerson(Account account, String group, String role, int weight) {
    private boolean isOfGroup() {
      return !group.isEmpty();
    }

    private AskedPerson checked() {
      return new AskedPerson(account, group, ReviewerRole.checked("reviewers", role), weight);
    }
  }

  /** Those who are asked by themselves, and then those of groups who are not asked yet. */
  private List<AskedPerson> each() {
    Set<Long> named = new HashSet<>();
    List<AskedPerson> each = new ArrayList<>();
    people.stream().filter(person -> !person.isOfGroup()).forEach(each::add);
    each.forEach(person -> named.add(person.account.id()));
    people.stream()
        .filter(person -> person.isOfGroup() && named.add(person.account.id()))
        .forEach(each::add);
    return each;
  }

  /** The last moment of a day in UTC, as it is written 2026-01-31. */
  public static Instant endOf(String day) {
    try {
      return LocalDate.parse(day)
          .plusDays(1)
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant()
          .minusMillis(1);
    } catch (DateTimeParseException e) {
      throw new InvalidInputException("deadline", FilledMessage.of("reviews.deadline_form"));
    }
  }

  /** The same as it is kept; refused where it is outside the rules. */
  NewReview checked(Instant now) {
    if (people.isEmpty()) {
      throw new InvalidInputException("reviewers", FilledMessage.of("reviews.nobody"));
    }
    if (Integer.valueOf(versionNumber).equals(fromVersion)) {
      throw new InvalidInputException("from_version", FilledMessage.of("reviews.same_version"));
    }
    List<AskedPerson> each = each();
    if (each.size() > ReviewRule.MAX_REVIEWERS) {
      throw new InvalidInputException(
          "reviewers", FilledMessage.of("reviews.too_many", ReviewRule.MAX_REVIEWERS));
    }
    Set<Long> named = new HashSet<>();
    for (AskedPerson person : each) {
      if (!named.add(person.account.id())) {
        throw new InvalidInputException(
            "reviewers", FilledMessage.of("reviews.twice", person.account.name()));
      }
      if (person.weight < 1 || person.weight > Reviewer.MAX_WEIGHT) {
        throw new InvalidInputException(
            "reviewers", FilledMessage.of("reviews.weight_range", Reviewer.MAX_WEIGHT));
      }
    }
    checkDeadline(now);
    String text = Field.text("message", message.replace("\r\n", "\n").strip(), Review.MAX_MESSAGE);
    return new NewReview(
        fromVersion,
        versionNumber,
        each.stream().map(AskedPerson::checked).toList(),
        deadline,
        text);
  }

  private void checkDeadline(Instant now) {
    if (deadline != null && deadline.isBefore(now)) {
      throw new InvalidInputException("deadline", FilledMessage.of("reviews.deadline_past"));
    }
    if (deadline != null && deadline.atOffset(ZoneOffset.UTC).getYear() > 9999) {
      throw new InvalidInputException("deadline", FilledMessage.of("reviews.deadline_form"));
    }
  }
}
