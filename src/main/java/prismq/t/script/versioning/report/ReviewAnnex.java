package prismq.t.script.versioning.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.PlacedThread;
import prismq.t.script.versioning.comment.Suggestion;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.label.LabelRules.LabelLogEntry;
import prismq.t.script.versioning.review.GuestVerdict;
import prismq.t.script.versioning.review.Review;

/**
 * What was said of versions of a script in review. Suggestions that nobody decided on are counted
 * only, because before they are accepted no report has any of them.
 *
 * @param shownIn the version in which words are looked for; 0 where there is none, or its text
 *     cannot be read
 * @param reviews oldest first
 * @param guestVerdicts what guests of share links decided, oldest first; it counts in no review
 * @param programs the numbers of the accounts that only programs use
 * @param threads in the order of that version, then those whose words it has not
 * @param removers the versions that took words away, by number, as far as they are known
 * @param decided suggestions that were accepted or rejected, oldest first
 * @param open number of the other suggestions
 * @param labels what became of labels of these versions, oldest first
 * @param scores the review scores that versions came with, by version
 */
public record ReviewAnnex(
    int shownIn,
    List<Review> reviews,
    List<GuestVerdict> guestVerdicts,
    Set<Long> programs,
    List<PlacedThread> threads,
    Map<Integer, Version> removers,
    List<Suggestion> decided,
    int open,
    List<LabelLogEntry> labels,
    SortedMap<Integer, Number> scores) {
  /** Whether nothing was said of any of the versions. */
  boolean isEmpty() {
    return reviews.isEmpty()
        && guestVerdicts.isEmpty()
        && threads.isEmpty()
        && decided.isEmpty()
        && open == 0;
  }

  /** The same with only some of the threads and suggestions, for a look at it. */
  ReviewAnnex start(int most) {
    return new ReviewAnnex(
        shownIn,
        reviews,
        guestVerdicts,
        programs,
        threads.subList(0, Math.min(most, threads.size())),
        removers,
        decided.subList(0, Math.min(most, decided.size())),
        open,
        labels,
        scores);
  }

  /** The name of who saved the version without the words of a thread; empty if it is not known. */
  String removedBy(PlacedThread placed) {
    @Nullable Version remover = removers.get(placed.placement().goneIn());
    return remover == null ? "" : remover.person().name();
  }
}
