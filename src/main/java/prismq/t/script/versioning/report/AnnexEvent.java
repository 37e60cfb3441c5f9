package prismq.t.script.versioning.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Comment;
import prismq.t.script.versioning.comment.CommentThread;
import prismq.t.script.versioning.comment.CommentThread.Resolution;
import prismq.t.script.versioning.comment.PlacedThread;
import prismq.t.script.versioning.comment.Suggestion;
import prismq.t.script.versioning.comment.SuggestionDecision;
import prismq.t.script.versioning.label.LabelAct;
import prismq.t.script.versioning.label.LabelRules.LabelLogEntry;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.review.GivenVerdict;
import prismq.t.script.versioning.review.GuestVerdict;
import prismq.t.script.versioning.review.Review;
import prismq.t.script.versioning.review.Reviewer;
import prismq.t.script.versioning.review.Verdict;

/**
 * Something that happened in the review of a script.
 *
 * @param at when, or when first
 * @param by the name of who did it; empty where nobody said
 * @param act what, as JSON has it
 * @param versions of which versions, in the order of when that was done
 * @param detail the number of a review, the word of a verdict or the name of a label; else empty
 * @param times how often the same person did the same, one right after the other on one day
 */
record AnnexEvent(
    Instant at, String by, String act, List<Integer> versions, String detail, int times) {
  /** Most versions that are named. */
  private static final int NAMED = 5;

  private static final String COMMENTED = "commented";
  private static final String VERDICT_GIVEN = "verdict_given";

  /** Collects events. */
  private static final class Collected {
    private final List<AnnexEvent> all = new ArrayList<>();

    void add(Instant at, @Nullable String by, String act, int version, String detail) {
      String name = Objects.requireNonNullElse(by, "");
      all.add(new AnnexEvent(at, name, act, List.of(version), detail, 1));
    }

    void add(Review review) {
      int version = review.versionNumber();
      String number = Integer.toString(review.number());
      add(review.askedAt(), review.askedBy().name(), "review_asked", version, number);
      for (Reviewer reviewer : review.reviewers()) {
        for (GivenVerdict given : reviewer.verdicts()) {
          String word = given.verdict().word();
          add(given.givenAt(), reviewer.account().name(), VERDICT_GIVEN, version, word);
        }
      }
      @Nullable Instant closed = review.closedAt();
      if (closed != null && review.closedBy() != null) {
        add(closed, review.closedBy().name(), "review_closed", version, number);
      }
    }

    void add(GuestVerdict given) {
      String word = given.verdict().word();
      add(given.givenAt(), given.author(), VERDICT_GIVEN, given.versionNumber(), word);
    }

    void add(CommentThread thread) {
      int version = thread.anchor().version();
      for (Comment comment : thread.comments()) {
        add(comment.createdAt(), comment.by().name(), COMMENTED, version, "");
      }
      @Nullable Resolution resolution = thread.resolution();
      if (resolution != null) {
        add(resolution.at(), resolution.by(), "thread_resolved", version, "");
      }
    }

    void add(Suggestion suggestion) {
      int version = suggestion.anchor().version();
      add(suggestion.createdAt(), suggestion.by().name(), "suggested", version, "");
      @Nullable SuggestionDecision decision = suggestion.decision();
      if (decision != null) {
        @Nullable Integer accepted = decision.acceptedIn();
        add(
            decision.at(),
            decision.by(),
            accepted == null ? "suggestion_rejected" : "suggestion_accepted",
            accepted == null ? version : accepted,
            "");
      }
    }

    void add(LabelLogEntry entry) {
      @Nullable Integer version = entry.to() == null ? entry.from() : entry.to();
      if (version != null && entry.act() != LabelAct.RULE_CHANGED) {
        add(entry.at(), entry.by(), "label_" + entry.act().word(), version, entry.name());
      }
    }
  }

  /** All that happened, oldest first; what somebody did several times on end is one. */
  static List<AnnexEvent> of(ReviewAnnex annex) {
    Collected collected = new Collected();
    annex.reviews().forEach(collected::add);
    annex.guestVerdicts().forEach(collected::add);
    annex.threads().stream().map(PlacedThread::thread).forEach(collected::add);
    annex.decided().forEach(collected::add);
    annex.labels().forEach(collected::add);
    collected.all.sort(Comparator.comparing(AnnexEvent::at));
    List<AnnexEvent> events = new ArrayList<>();
    for (AnnexEvent event : collected.all) {
      @Nullable AnnexEvent last = events.isEmpty() ? null : events.get(events.size() - 1);
      if (last != null && last.isSameAs(event)) {
        events.set(events.size() - 1, last.and(event));
      } else {
        events.add(event);
      }
    }
    return events;
  }

  private boolean isSameAs(AnnexEvent other) {
    return by.equals(other.by)
        && act.equals(other.act)
        && detail.equals(other.detail)
        && at.atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .equals(other.at.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  private AnnexEvent and(AnnexEvent next) {
    List<Integer> all = versions;
    int version = next.versions.get(0);
    if (!versions.contains(version)) {
      all = new ArrayList<>(versions);
      all.add(version);
    }
    return new AnnexEvent(at, by, act, all, detail, times + 1);
  }

  private String namedVersions() {
    int named = versions.size() <= NAMED + 1 ? versions.size() : NAMED;
    List<String> names =
        new ArrayList<>(versions.stream().limit(named).map(number -> "v" + number).toList());
    if (named < versions.size()) {
      names.add(Messages.text("annex.others", Wording.NUMBERS.whole(versions.size() - named)));
    }
    return Messages.list(names);
  }

  /** What happened, in a few words. */
  String text() {
    String told = act.equals(VERDICT_GIVEN) ? Verdict.named(detail).said() : detail;
    String once = Messages.text("annex.act." + act, namedVersions(), told);
    return times == 1 ? once : Messages.text("annex.times", once, times);
  }
}
