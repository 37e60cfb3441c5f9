package prismq.t.script.versioning.review;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;

/** What somebody who was asked for a review says of the version. */
public enum Verdict {
  APPROVE,
  APPROVE_WITH_SMALL_CHANGES,
  REQUEST_CHANGES,
  REJECT,
  /** Has read it and said what there was to say; for those who may only comment. */
  THROUGH,
  /** Leaves it to the others. */
  NOT_FOR_ME;

  /** Longest comment with a verdict, in characters. */
  public static final int MAX_COMMENT = 10_000;

  private static final Set<Verdict> DECIDING =
      EnumSet.of(APPROVE, APPROVE_WITH_SMALL_CHANGES, REQUEST_CHANGES, REJECT);

  /** Those that let a version pass or hold it up. */
  static List<Verdict> deciding() {
    return List.copyOf(DECIDING);
  }

  /** Those that somebody can choose from. */
  static List<Verdict> offered(boolean mayDecide) {
    return Arrays.stream(values()).filter(verdict -> verdict.isOpenTo(mayDecide)).toList();
  }

  /** Whether somebody can say this who may decide, or may only comment. */
  boolean isOpenTo(boolean mayDecide) {
    return this == NOT_FOR_ME || DECIDING.contains(this) == mayDecide;
  }

  /**
   * The verdict of this word.
   *
   * @throws InvalidInputException if there is none
   */
  public static Verdict named(String word) {
    return Arrays.stream(values())
        .filter(verdict -> verdict.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "verdict",
                    word.isEmpty()
                        ? FilledMessage.of("reviews.choose_verdict")
                        : FilledMessage.of("reviews.no_verdict", words())));
  }

  private static String words() {
    return Arrays.stream(values()).map(Verdict::word).collect(Collectors.joining(", "));
  }

  /** Whether it lets the version pass. */
  public boolean isFor() {
    return this == APPROVE || this == APPROVE_WITH_SMALL_CHANGES;
  }

  /** Whether it holds the version up. */
  public boolean isAgainst() {
    return this == REQUEST_CHANGES || this == REJECT;
  }

  /** The class of its colour. */
  public String cssClass() {
    return isFor() ? "approved" : isAgainst() ? "changes-asked" : "in-review";
  }

  /** The word for it in forms, JSON and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What one chooses, such as “Request changes”. */
  public String title() {
    return Messages.text("reviews.verdict." + word());
  }

  /** What somebody did who chose it, such as “Changes requested”. */
  public String said() {
    return Messages.text("reviews.said." + word());
  }
}
