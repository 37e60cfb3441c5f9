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
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
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

/** Reads reviews. Safe for use by several threads. */
public final class Reviews {
  /** Most reviews of one version that are shown. */
  private static final int OF_A_VERSION = 20;

  /** Most reviews of a script among which those of the same words are looked for. */
  private static final int WORDINGS = 200;

  /** Most open reviews of a script that are looked at. */
  private static final int WAITING = 20;

  private static final int MAX = Integer.MAX_VALUE;

  private final Database database;
  private final VersionManager versions;
  private final WordChanges wordChanges;
  private final ReviewReader reader;
  private final TurnReader turns;
  private final Clock clock;
  private final AskedReviewStore store = new AskedReviewStore();
  private final ReviewRuleStore rules = new ReviewRuleStore();
  private final VerdictStore verdictStore = new VerdictStore();
  private final VersionMakerStore makerStore = new VersionMakerStore();

  /** Reads from this database, by this clock. */
  public Reviews(
      Database database,
      VersionManager versions,
      Comparisons comparisons,
      ReviewReader reader,
      TurnReader turns,
      Clock clock) {
    this.database = database;
    this.versions = versions;
    this.wordChanges = new WordChanges(comparisons);
    this.reader = reader;
    this.turns = turns;
    this.clock = clock;
  }

  /** The rule by which reviews of a script are decided that are asked for now. */
  public ReviewRule rule(String scriptId) {
    return database.read(handle -> rules.find(handle, scriptId)).orElse(ReviewRule.PRESET);
  }

  /** Those of a script from below a number on, newest first. */
  public List<Review> ofScript(String scriptId, int below, int limit) {
    return reader.read(scriptId, handle -> store.list(handle, scriptId, below, limit));
  }

  /** Those of a version, newest first. */
  public List<ReviewView> ofVersion(String scriptId, int versionNumber) {
    List<Review> reviews =
        reader.read(
            scriptId, handle -> store.ofVersion(handle, scriptId, versionNumber, OF_A_VERSION));
    if (reviews.isEmpty()) {
      return List.of();
    }
    Map<Long, GivenVerdict> earlier =
        database.read(handle -> verdictStore.earlier(handle, scriptId, versionNumber));
    @Nullable ReviewLapse lapse = knownLapse(reviews.get(0));
    return reviews.stream().map(review -> view(withEarlier(review, earlier), lapse)).toList();
  }

  /** The number of the newest of a version; empty where there is none. */
  public OptionalInt newest(String scriptId, int versionNumber) {
    return reader
        .read(scriptId, handle -> store.ofVersion(handle, scriptId, versionNumber, 1))
        .stream()
        .mapToInt(Review::number)
        .findFirst();
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
        database.read(handle -> verdictStore.earlier(handle, scriptId, review.versionNumber()));
    return view(withEarlier(review, earlier), knownLapse(review));
  }

  /** Those of a script in which it is anybody's turn, newest first. */
  public List<ReviewView> waiting(String scriptId) {
    return reader.read(scriptId, handle -> store.open(handle, scriptId, WAITING)).stream()
        .map(review -> view(review, knownLapse(review)))
        .filter(view -> !view.turns().isEmpty())
        .toList();
  }

  /** The newest one of each version that has any, in a few words. */
  public Map<Integer, ReviewChip> chips(String scriptId) {
    Map<Integer, ReviewChip> chips = new HashMap<>();
    for (Review review :
        reader.read(scriptId, handle -> store.newestOfVersions(handle, scriptId))) {
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
   */
  public Approvals approvals(String scriptId, int versionNumber) {
    Map<Long, Reviewer> last = new LinkedHashMap<>();
    for (WordingVerdict said : verdicts(scriptId, versionNumber)) {
      // Whoever has no account here says nothing here.
      if (said.holds() && !said.reviewer().account().isNameOnly()) {
        last.merge(said.reviewer().account().id(), said.reviewer(), Reviewer::later);
      }
    }
    return new Approvals(
        withStance(last.values(), Stance.FOR), withStance(last.values(), Stance.AGAINST));
  }

  /** What everybody said last in each review of a script, beside the words of a version. */
  public List<WordingVerdict> verdicts(String scriptId, int versionNumber) {
    List<WordingVerdict> verdicts = new ArrayList<>();
    for (Review review :
        reader.read(scriptId, handle -> store.list(handle, scriptId, MAX, WORDINGS))) {
      Version version = versions.version(scriptId, review.versionNumber());
      boolean holds = haveSameWords(scriptId, review.versionNumber(), versionNumber);
      for (Reviewer reviewer : review.reviewers()) {
        @Nullable GivenVerdict given = reviewer.current();
        if (given != null) {
          verdicts.add(new WordingVerdict(review, reviewer, given, version, holds));
        }
      }
    }
    return verdicts;
  }

  /**
   * The scores that verdicts give to versions of a script, by version and by what they measure. Of
   * an account its last verdict in a review counts, and of several scores their mean.
   */
  public Map<Integer, Map<String, Double>> scores(String scriptId) {
    Map<Long, Map<Long, GivenVerdict>> last = new LinkedHashMap<>();
    for (VerdictStore.VerdictRow row :
        database.read(handle -> verdictStore.ofScript(handle, scriptId))) {
      last.computeIfAbsent(row.review(), any -> new LinkedHashMap<>())
          .put(row.account(), row.given());
    }
    Map<Integer, Map<String, List<Double>>> all = new HashMap<>();
    for (Map<Long, GivenVerdict> review : last.values()) {
      for (GivenVerdict given : review.values()) {
        Map<String, List<Double>> ofVersion =
            all.computeIfAbsent(given.versionNumber(), any -> new HashMap<>());
        given
            .scores()
            .values()
            .forEach(
                (name, value) ->
                    ofVersion
                        .computeIfAbsent(name, any -> new ArrayList<>())
                        .add(value.doubleValue()));
      }
    }
    Map<Integer, Map<String, Double>> means = new HashMap<>();
    all.forEach(
        (version, values) -> {
          Map<String, Double> own = new HashMap<>();
          values.forEach(
              (name, each) ->
                  own.put(
                      name, each.stream().mapToDouble(Double::doubleValue).average().orElse(0)));
          means.put(version, own);
        });
    return means;
  }

  /** Whether two versions of a script have the same words; not where one cannot be read. */
  public boolean haveSameWords(String scriptId, int one, int other) {
    return one == other || !isOtherWords(scriptId, one, other);
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
    return reader
        .read(scriptId, handle -> store.find(handle, scriptId, number).stream().toList())
        .stream()
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
    return new ReviewView(review, decision, lapse, isOverdue, turns.of(review, lapse));
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
  public @Nullable ReviewLapse lapse(String scriptId, int versionNumber) {
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
        : new ReviewLapse(
            scriptId, versionNumber, both.to.versionNumber(), words, since(both.from, both.to));
  }

  /** When the first version after one was saved that has other words. */
  private Instant since(Version from, Version head) {
    List<Integer> later =
        database.read(handle -> store.after(handle, from.scriptId(), from.versionNumber()));
    for (int number : later.subList(0, Math.min(later.size(), WORDINGS))) {
      Version version = versions.version(from.scriptId(), number);
      if (changed(new TwoVersions(from, version)) != null) {
        return version.createdAt();
      }
    }
    return head.createdAt();
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

  /** With what those who have not answered said of an earlier version. */
  private Review withEarlier(Review review, Map<Long, GivenVerdict> earlier) {
    List<Reviewer> reviewers = new ArrayList<>();
    for (Reviewer reviewer : review.reviewers()) {
      @Nullable GivenVerdict given = earlier.get(reviewer.account().id());
      reviewers.add(
          given == null || reviewer.current() != null
              ? reviewer
              : reviewer.withEarlier(
                  given,
                  isOtherWords(review.scriptId(), given.versionNumber(), review.versionNumber())));
    }
    return review.with(reviewers);
  }

  private boolean isOtherWords(String scriptId, int from, int to) {
    try {
      return changed(
              versions.view(
                  scriptId, view -> new TwoVersions(view.version(from), view.version(to))))
          != null;
    } catch (DamagedVersionException e) {
      // Nothing is said of a wording that cannot be read.
      return true;
    }
  }
}
