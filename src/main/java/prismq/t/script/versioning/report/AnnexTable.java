package prismq.t.script.versioning.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.review.GivenVerdict;
import prismq.t.script.versioning.review.GuestVerdict;
import prismq.t.script.versioning.review.Review;
import prismq.t.script.versioning.review.ReviewChip;
import prismq.t.script.versioning.review.Reviewer;
import prismq.t.script.versioning.review.ReviewerRole;
import prismq.t.script.versioning.review.Scores;

/**
 * A table of what was said in review, in the words of all formats.
 *
 * @param name the word that its columns are styled by
 * @param rows the cells of each, as texts
 */
record AnnexTable(String name, String title, List<String> heads, List<List<String>> rows) {
  /** What stands in a cell in which there is nothing to say. */
  private static final String NOTHING = "–";

  /** A table whose title and heads are messages; {@code heads} names them without their start. */
  private static AnnexTable of(String name, List<String> heads, List<List<String>> rows) {
    return new AnnexTable(
        name,
        Messages.text("annex.table." + name),
        heads.stream().map(head -> Messages.text("annex.head." + head)).toList(),
        rows);
  }

  /** The reviews that were asked for, and what came of them. */
  static AnnexTable reviews(ReviewAnnex annex) {
    return of(
        "reviews",
        List.of("review", "of", "asked_by", "asked_at", "deadline", "outcome"),
        annex.reviews().stream()
            .map(
                review ->
                    List.of(
                        Integer.toString(review.number()),
                        review.ofWhat(),
                        review.askedBy().name(),
                        Wording.minute(review.askedAt()),
                        minute(review.deadline()),
                        outcome(review)))
            .toList());
  }

  private static String minute(@Nullable Instant time) {
    return time == null ? NOTHING : Wording.minute(time);
  }

  private static String outcome(Review review) {
    String chip = ReviewChip.of(review).text();
    return review.isClosed() ? Messages.text("annex.closed", chip) : chip;
  }

  /** Who said what, with those who said nothing yet, what was replaced later, and guests. */
  static AnnexTable verdicts(ReviewAnnex annex) {
    List<List<String>> rows = new ArrayList<>();
    for (Review review : annex.reviews()) {
      String of = Messages.text("annex.review_of", review.number(), review.ofWhat());
      for (Reviewer reviewer : review.reviewers()) {
        String name = reviewer.account().name();
        String role = reviewer.role().isEmpty() ? NOTHING : reviewer.roleShown();
        for (GivenVerdict given : reviewer.verdicts()) {
          String said = given.verdict().said();
          rows.add(
              List.of(
                  of,
                  name,
                  role,
                  given.equals(reviewer.current()) ? said : Messages.text("annex.replaced", said),
                  read(given),
                  Wording.minute(given.givenAt()),
                  given.comment().isEmpty() ? NOTHING : given.comment()));
        }
        if (reviewer.verdicts().isEmpty()) {
          String silent = Messages.text("reviews.not_answered");
          rows.add(List.of(of, name, role, silent, NOTHING, NOTHING, NOTHING));
        }
      }
    }
    for (GuestVerdict given : annex.guestVerdicts()) {
      String author = given.author();
      rows.add(
          List.of(
              Messages.text("annex.shared", given.versionNumber()),
              given.isGuest() ? Messages.text("annex.guest", author) : author,
              NOTHING,
              given.verdict().said(),
              NOTHING,
              Wording.minute(given.givenAt()),
              given.comment().isEmpty() ? NOTHING : given.comment()));
    }
    return of(
        "verdicts",
        List.of("review", "person", "role", "verdict", "read", "date", "comment"),
        rows);
  }

  private static String read(GivenVerdict given) {
    return given.read() == null ? NOTHING : given.read().percent() + " %";
  }

  /** What those said who were asked in the same role. */
  static AnnexTable roles(ReviewAnnex annex) {
    return of(
        "roles",
        List.of("role", "people", "asked", "answered", "approvals", "against"),
        AnnexPerson.OfRole.of(annex).stream()
            .map(
                one ->
                    List.of(
                        one.role().isEmpty()
                            ? Messages.text("annex.no_role")
                            : ReviewerRole.shown(one.role()),
                        String.join(", ", one.people()),
                        Wording.NUMBERS.whole(one.asked()),
                        Wording.NUMBERS.whole(one.answered()),
                        Wording.NUMBERS.whole(one.approvals()),
                        Wording.NUMBERS.whole(one.against())))
            .toList());
  }

  /** What each person did. */
  static AnnexTable people(ReviewAnnex annex) {
    return of(
        "people",
        List.of("person", "role", "asked", "answered", "comments", "suggested", "accepted"),
        AnnexPerson.of(annex).stream()
            .map(
                one ->
                    List.of(
                        name(one),
                        roles(one.roles()),
                        Wording.NUMBERS.whole(one.asked()),
                        Wording.NUMBERS.whole(one.answered()),
                        Wording.NUMBERS.whole(one.comments()),
                        Wording.NUMBERS.whole(one.suggested()),
                        Wording.NUMBERS.whole(one.accepted())))
            .toList());
  }

  private static String name(AnnexPerson one) {
    String name = one.name().isEmpty() ? Messages.text("annex.nobody") : one.name();
    return one.isProgram()
        ? Messages.text("annex.program", name)
        : one.isGuest() ? Messages.text("annex.guest", name) : name;
  }

  private static String roles(SortedSet<String> roles) {
    return roles.isEmpty()
        ? NOTHING
        : roles.stream().map(ReviewerRole::shown).collect(Collectors.joining(", "));
  }

  /** The scores of each version: what it came with, and those of verdicts on it. */
  static AnnexTable scores(ReviewAnnex annex) {
    return of(
        "scores",
        List.of("version", "by", "scores"),
        AnnexScore.of(annex).stream()
            .map(
                one ->
                    List.of(
                        "v" + one.version(),
                        one.by() == null ? Messages.text("annex.with_version") : one.by(),
                        scores(one)))
            .toList());
  }

  private static String scores(AnnexScore one) {
    return one.by() == null
        ? Wording.NUMBERS.short1(one.scores().values().values().iterator().next())
        : scores(one.scores());
  }

  /** Scores in a line, each after what it measures. */
  static String scores(Scores scores) {
    return scores.values().entrySet().stream()
        .map(score -> score.getKey() + ": " + score.getValue().toPlainString())
        .collect(Collectors.joining(", "));
  }

  /** What happened when. */
  static AnnexTable timeline(ReviewAnnex annex) {
    return of(
        "timeline",
        List.of("date", "person", "event"),
        AnnexEvent.of(annex).stream()
            .map(
                event ->
                    List.of(
                        Wording.minute(event.at()),
                        event.by().isEmpty() ? NOTHING : event.by(),
                        event.text()))
            .toList());
  }
}
