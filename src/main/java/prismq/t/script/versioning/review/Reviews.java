package prismq.t.script.versioning.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.WordChanges;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.review.AskedReviewStore.AskedReviewRow;
import prismq.t.script.versioning.review.AskedReviewStore.ReviewerRow;
import prismq.t.script.versioning.review.AskedReviewStore.VerdictRow;

/** Reads reviews. Safe for use by several threads. */
public final class Reviews {
  /** Most reviews of one version that are shown. */
  private static final int OF_A_VERSION = 20;

  /** Most reviews of a script among which those of the same words are looked for. */
  private static final int WORDINGS = 200;

  private static final int MAX = Integer.MAX_VALUE;

  private final Database database;
  private final VersionManager versions;
  private final WordChanges wordChanges;
  private final Accounts accounts;
  private final Candidates candidates;
  private final Clock clock;
  private final AskedReviewStore store = new AskedReviewStore();
  private final ReviewRuleStore rules = new ReviewRuleStore();
  private final VersionMakerStore makerStore = new VersionMakerStore();

  /** Reads from this database, by this clock. */
  public Reviews(
      Database database,
      VersionManager versions,
      Comparisons comparisons,
      Accounts accounts,
      Candidates candidates,
      Clock clock) {
    this.database = database;
    this.versions = versions;
    this.wordChanges = new WordChanges(comparisons);
    this.accounts = accounts;
    this.candidates = candidates;
    this.clock = clock;
  }

  /** The rule by which reviews of a script are decided that are asked for now. */
  public ReviewRule rule(String scriptId) {
    return database.read(handle -> rules.find(handle, scriptId)).orElse(ReviewRule.PRESET);
  }

  /** Those of a script from below a number on, newest first. */
  List<Review> ofScript(String scriptId, int below, int limit) {
    return read(scriptId, handle -> store.list(handle, scriptId, below, limit));
  }

  /** Those of a version, newest first. */
  public List<ReviewView> ofVersion(String scriptId, int versionNumber) {
    List<Review> reviews =
        read(scriptId, handle -> store.ofVersion(handle, scriptId, versionNumber, OF_A_VERSION));
    if (reviews.isEmpty()) {
      return List.of();
    }
    Map<Long, GivenVerdict> earlier =
        database.read(handle -> store.earlier(handle, scriptId, versionNumber));
    @Nullable ReviewLapse lapse = knownLapse(reviews.get(0));
    return reviews.stream().map(review -> view(withEarlier(review, earlier), lapse)).toList();
  }

  /** Those that are shown beside a version: the newest one, and all that are open, newest first. */
  public List<ReviewView> besideVersion(String scriptId, int versionNumber) {
    List<ReviewView> all = ofVersion(scriptId, versionNumber);
    int newest = all.isEmpty() ? 0 : all.get(0).review().number();
    return all.stream()
        .filter(view -> view.review().number() == newest || view.isOpenToVerdicts())
        .toList();
  }

  /**
   * One of a script.
   *
   * @throws Problem if there is none of this number
   */
  public ReviewView view(String scriptId, int number) {
    Review review = review(scriptId, number);
    Map<Long, GivenVerdict> earlier =
        database.read(handle -> store.earlier(handle, scriptId, review.versionNumber()));
    return view(withEarlier(review, earlier), knownLapse(review));
  }

  /** The newest one of each version that has any, in a few words. */
  public Map<Integer, ReviewChip> chips(String scriptId) {
    Map<Integer, ReviewChip> chips = new HashMap<>();
    for (Review review : read(scriptId, handle -> store.newestOfVersions(handle, scriptId))) {
      chips.put(review.versionNumber(), ReviewChip.of(review));
    }
    return chips;
  }

  /** Whether somebody is asked for an open review of a version. */
  public boolean isAsked(String scriptId, int versionNumber, long accountId) {
    return database.read(handle -> store.isAsked(handle, scriptId, versionNumber, accountId));
  }

  /**
   * Who approves the words of a version and who is against them, by what each said last of a
   * version with the same words. It does not matter what was saved after that.
   *
   * @throws DamagedVersionException if the texts cannot be compared
   */
  public Approvals approvals(String scriptId, int versionNumber) {
    Map<Long, Reviewer> last = new LinkedHashMap<>();
    for (Review review : read(scriptId, handle -> store.list(handle, scriptId, MAX, WORDINGS))) {
      if (review.versionNumber() == versionNumber || !isOtherWords(review, versionNumber)) {
        for (Reviewer reviewer : review.reviewers()) {
          @Nullable GivenVerdict given = reviewer.current();
          if (given != null) {
            last.merge(reviewer.account().id(), reviewer, Reviewer::later);
          }
        }
      }
    }
    return new Approvals(
        withStance(last.values(), Stance.FOR), withStance(last.values(), Stance.AGAINST));
  }

  private static List<Account> withStance(Collection<Reviewer> reviewers, Stance stance) {
    return reviewers.stream()
        .filter(reviewer -> reviewer.stance() == stance)
        .map(Reviewer::account)
        .toList();
  }

  /** The accounts that made a version. */
  Set<Long> makers(String scriptId, int versionNumber) {
    return database.read(handle -> makerStore.find(handle, scriptId, versionNumber));
  }

  Review review(String scriptId, int number) {
    return read(scriptId, handle -> store.find(handle, scriptId, number).stream().toList()).stream()
        .findFirst()
        .orElseThrow(Reviews::missing);
  }

  static Problem missing() {
    return new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("reviews.not_found"));
  }

  ReviewView view(Review review, @Nullable ReviewLapse lapse) {
    ReviewDecision decision = review.decision();
    @Nullable Instant deadline = review.deadline();
    boolean isOverdue =
        deadline != null
            && deadline.isBefore(clock.instant())
            && decision.outcome() == ReviewOutcome.OPEN
            && lapse == null
            && !review.isClosed();
    return new ReviewView(review, decision, lapse, isOverdue);
  }

  /** The same for a page, which can be shown although the texts cannot be compared. */
  private @Nullable ReviewLapse knownLapse(Review review) {
    try {
      return lapse(review.scriptId(), review.versionNumber());
    } catch (DamagedVersionException e) {
      return null;
    }
  }

  /**
   * Why no verdict on a version counts: the latest one on its branch has other words.
   *
   * @return null where it has the same ones
   * @throws DamagedVersionException if the texts cannot be compared
   */
  @Nullable ReviewLapse lapse(String scriptId, int versionNumber) {
    TwoVersions both =
        versions.view(
            scriptId,
            view -> {
              Version version = view.version(versionNumber);
              int head =
                  Objects.requireNonNullElse(
                      view.branch(version.branch()).headVersion(), versionNumber);
              return new TwoVersions(version, view.version(head));
            });
    Diff.Statistics words = changed(both);
    return words == null
        ? null
        : new ReviewLapse(scriptId, versionNumber, both.to.versionNumber(), words);
  }

  private record TwoVersions(Version from, Version to) {}

  /** How many words changed; null where none did. */
  private Diff.@Nullable Statistics changed(TwoVersions both) {
    if (both.from.contentHash().equals(both.to.contentHash())) {
      return null;
    }
    Diff.Statistics words = wordChanges.between(both.from, both.to);
    boolean isWordless =
        words.wordsInserted() == 0 && words.wordsDeleted() == 0 && words.wordsMoved() == 0;
    return isWordless ? null : words;
  }

  private List<Review> read(String scriptId, Function<Handle, List<AskedReviewRow>> rows) {
    return database.read(
        handle -> {
          List<AskedReviewRow> found = rows.apply(handle);
          if (found.isEmpty()) {
            return List.of();
          }
          Map<Long, Account> known =
              accounts.list().stream().collect(Collectors.toMap(Account::id, Function.identity()));
          List<Long> ids = found.stream().map(AskedReviewRow::id).toList();
          Map<Long, List<ReviewerRow>> asked = store.reviewers(handle, ids);
          List<VerdictRow> verdicts = store.verdicts(handle, ids);
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

  /** With what those who have not answered said of an earlier version. */
  private Review withEarlier(Review review, Map<Long, GivenVerdict> earlier) {
    List<Reviewer> reviewers = new ArrayList<>();
    for (Reviewer reviewer : review.reviewers()) {
      @Nullable GivenVerdict given = earlier.get(reviewer.account().id());
      reviewers.add(
          given == null || reviewer.current() != null
              ? reviewer
              : reviewer.withEarlier(given, isOtherWords(review, given.versionNumber())));
    }
    return review.with(reviewers);
  }

  private boolean isOtherWords(Review review, int versionNumber) {
    TwoVersions both =
        versions.view(
            review.scriptId(),
            view ->
                new TwoVersions(view.version(versionNumber), view.version(review.versionNumber())));
    try {
      return changed(both) != null;
    } catch (DamagedVersionException e) {
      // Nothing is said of a wording that cannot be read.
      return true;
    }
  }
}
