package prismq.t.script.versioning.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.review.AskedReviewStore.AskedReviewRow;
import prismq.t.script.versioning.review.AskedReviewStore.ReviewerRow;
import prismq.t.script.versioning.review.VerdictStore.VerdictRow;

/** Puts reviews together from what is kept of them. */
public final class ReviewReader {
  private final Database database;
  private final Accounts accounts;
  private final Candidates candidates;
  private final AskedReviewStore store = new AskedReviewStore();
  private final VerdictStore verdictStore = new VerdictStore();
  private final VersionMakerStore makerStore = new VersionMakerStore();

  /** Reads from this database, with these accounts. */
  public ReviewReader(Database database, Accounts accounts, Candidates candidates) {
    this.database = database;
    this.accounts = accounts;
    this.candidates = candidates;
  }

  /** The reviews of the rows that this finds, in their order. */
  List<Review> read(String scriptId, Function<Handle, List<AskedReviewRow>> rows) {
    return database.read(
        handle -> {
          List<AskedReviewRow> found = rows.apply(handle);
          if (found.isEmpty()) {
            return List.of();
          }
          Map<Long, Account> known = accounts.everybody();
          List<Long> ids = found.stream().map(AskedReviewRow::id).toList();
          Map<Long, List<ReviewerRow>> asked = store.reviewers(handle, ids);
          List<VerdictRow> verdicts = verdictStore.verdicts(handle, ids);
          Map<Integer, Set<Long>> makers = new HashMap<>();
          List<Review> reviews = new ArrayList<>();
          for (AskedReviewRow row : found) {
            Set<Long> made =
                makers.computeIfAbsent(
                    row.versionNumber(), version -> makerStore.find(handle, scriptId, version));
            List<Reviewer> reviewers =
                asked.getOrDefault(row.id(), List.of()).stream()
                    .map(
                        reviewer ->
                            reviewer(
                                account(known, reviewer.account()),
                                scriptId,
                                reviewer,
                                made,
                                verdicts.stream()
                                    .filter(
                                        given ->
                                            given.review() == row.id()
                                                && given.account() == reviewer.account())
                                    .map(VerdictRow::given)
                                    .toList()))
                    .toList();
            reviews.add(review(row, known, reviewers));
          }
          return reviews;
        });
  }

  private static Review review(
      AskedReviewRow row, Map<Long, Account> known, List<Reviewer> reviewers) {
    @Nullable Long closedBy = row.closedBy();
    return new Review(
        row.number(),
        row.scriptId(),
        row.fromVersion(),
        row.versionNumber(),
        row.versionHash(),
        account(known, row.askedBy()),
        row.askedAt(),
        row.deadline(),
        row.message(),
        row.rule(),
        closedBy == null ? null : account(known, closedBy),
        row.closedAt(),
        reviewers);
  }

  private Reviewer reviewer(
      Account account,
      String scriptId,
      ReviewerRow row,
      Set<Long> makers,
      List<GivenVerdict> verdicts) {
    return new Reviewer(
        account,
        row.group(),
        row.role(),
        row.weight(),
        makers.contains(account.id()),
        candidates.mayAnswer(account, scriptId),
        candidates.mayDecide(account, scriptId),
        verdicts,
        null,
        false);
  }

  private static Account account(Map<Long, Account> known, long id) {
    return Objects.requireNonNull(known.get(id), "an account that was asked was deleted");
  }
}
