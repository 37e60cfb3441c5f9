package prismq.t.script.versioning.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Comment;
import prismq.t.script.versioning.comment.CommentThread;
import prismq.t.script.versioning.comment.CommentThread.Resolution;
import prismq.t.script.versioning.comment.PlacedThread;
import prismq.t.script.versioning.comment.Suggestion;
import prismq.t.script.versioning.comment.SuggestionDecision;
import prismq.t.script.versioning.language.Messages;

/** The wording of what was said in review in all formats. */
final class AnnexWording {
  private AnnexWording() {}

  /** How much of each there is, in a line. */
  static String summary(ReviewAnnex annex) {
    List<String> parts = new ArrayList<>();
    long given =
        annex.reviews().stream()
            .flatMap(review -> review.reviewers().stream())
            .filter(reviewer -> reviewer.current() != null)
            .count();
    long asked = annex.reviews().stream().mapToLong(review -> review.reviewers().size()).sum();
    long open = annex.threads().stream().filter(placed -> !placed.thread().isResolved()).count();
    long accepted = annex.decided().stream().filter(AnnexWording::isAccepted).count();
    add(parts, "reviews", annex.reviews().size());
    if (asked > 0) {
      parts.add(
          Messages.text(
              "annex.sum.verdicts", Wording.NUMBERS.whole(given), Wording.NUMBERS.whole(asked)));
    }
    add(parts, "guest_verdicts", annex.guestVerdicts().size());
    add(parts, "threads", annex.threads().size());
    add(parts, "open_threads", open);
    add(parts, "accepted", accepted);
    add(parts, "rejected", annex.decided().size() - accepted);
    add(parts, "open_suggestions", annex.open());
    return String.join(" · ", parts);
  }

  private static void add(List<String> parts, String name, long count) {
    if (count > 0) {
      parts.add(Messages.count("annex.sum." + name, count, Wording.NUMBERS.whole(count)));
    }
  }

  private static boolean isAccepted(Suggestion suggestion) {
    @Nullable SuggestionDecision decision = suggestion.decision();
    return decision != null && decision.acceptedIn() != null;
  }

  /** How many suggestions nobody decided on, which no report tells of otherwise. */
  static String open(ReviewAnnex annex) {
    return Messages.count(
        "annex.open_suggestions", annex.open(), Wording.NUMBERS.whole(annex.open()));
  }

  /** On which version a thread is, and whether anything is left to do. */
  static String facts(CommentThread thread) {
    List<String> facts = new ArrayList<>();
    facts.add(Messages.text("annex.on", thread.anchor().version()));
    @Nullable Resolution resolution = thread.resolution();
    if (resolution == null) {
      facts.add(Messages.text("annex.open"));
    } else {
      String at = Wording.minute(resolution.at());
      facts.add(
          resolution.by() == null
              ? Messages.text("annex.resolved", at)
              : Messages.text("annex.resolved_by", resolution.by(), at));
    }
    for (int version : thread.addressedBy()) {
      facts.add(Messages.text("comments.addressed", version));
    }
    if (thread.isOfGuests()) {
      facts.add(Messages.text("annex.of_guests"));
    }
    return String.join(" · ", facts);
  }

  /** What became of the words of a thread. */
  static String state(ReviewAnnex annex, PlacedThread placed) {
    if (annex.shownIn() == 0) {
      return Messages.text("annex.words_unknown");
    }
    @Nullable String changed = placed.stateOfWords(annex.removedBy(placed));
    return changed == null
        ? Messages.text("annex.words_here", annex.shownIn())
        : Messages.text("annex.words_in", annex.shownIn(), changed);
  }

  /** What stands in the place of a thread's words; null where they stand there as they were. */
  static @Nullable String now(PlacedThread placed) {
    @Nullable String text = placed.text();
    return text == null || text.equals(placed.thread().anchor().quote()) ? null : text;
  }

  /** Who wrote a comment, and when. */
  static String by(Comment comment) {
    String name = comment.by().name();
    String who =
        name.isEmpty()
            ? Messages.text("annex.nobody")
            : comment.by().isGuest() ? Messages.text("annex.guest", name) : name;
    String at = Wording.minute(comment.createdAt());
    return comment.editedAt() == null || comment.body() == null
        ? Messages.text("annex.by_at", who, at)
        : Messages.text("annex.by_at_edited", who, at);
  }

  /** What a comment says. */
  static String said(Comment comment) {
    return comment.body() == null ? Messages.text("comments.deleted") : comment.body();
  }

  /** For which version a suggestion was made, by whom, and what became of it. */
  static String facts(Suggestion suggestion) {
    List<String> facts = new ArrayList<>();
    String name = suggestion.by().name();
    String who = name.isEmpty() ? Messages.text("annex.nobody") : name;
    String at = Wording.minute(suggestion.createdAt());
    facts.add(Messages.text("annex.for", suggestion.anchor().version()));
    facts.add(Messages.text("annex.by_at", who, at));
    @Nullable SuggestionDecision decision = suggestion.decision();
    if (decision != null) {
      facts.add(became(decision));
      if (decision.reason() != null) {
        facts.add(decision.reason());
      }
    }
    return String.join(" · ", facts);
  }

  private static String became(SuggestionDecision decision) {
    @Nullable Integer accepted = decision.acceptedIn();
    @Nullable String by = decision.by();
    if (accepted == null) {
      return by == null
          ? Messages.text("suggestions.state_rejected")
          : Messages.text("suggestions.state_rejected_by", by);
    }
    return by == null
        ? Messages.text("suggestions.state_accepted", accepted)
        : Messages.text("suggestions.state_accepted_by", accepted, by);
  }

  /** A thread as lines of plain text. */
  static String plain(PlacedThread placed) {
    CommentThread thread = placed.thread();
    String comments =
        thread.comments().stream()
            .map(comment -> by(comment) + ": " + said(comment))
            .collect(Collectors.joining("\n"));
    return "“" + thread.anchor().quote() + "” (" + facts(thread) + ")\n" + comments;
  }

  /** A suggestion as lines of plain text: [-removed-] and {+added+}. */
  static String plain(Suggestion suggestion) {
    String words = "[-" + suggestion.anchor().quote() + "-]{+" + suggestion.replacement() + "+}";
    return words
        + " ("
        + facts(suggestion)
        + ")"
        + (suggestion.reason() == null ? "" : "\n" + suggestion.reason());
  }
}
