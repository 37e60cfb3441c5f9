package prismq.t.script.versioning.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.readmark.ReadMarks;
import prismq.t.script.versioning.readmark.ReadShare;
import prismq.t.script.versioning.review.AskedReviewStore.AskedReviewRow;
import prismq.t.script.versioning.web.Times;

/** Asks for reviews, takes verdicts, and closes reviews. Safe for use by several threads. */
public final class Reviewing {
  private final Database database;
  private final VersionManager versions;
  private final Reviews reviews;
  private final ReadMarks readMarks;
  private final AuditLog auditLog;
  private final Clock clock;
  private final AskedReviewStore store = new AskedReviewStore();
  private final VerdictStore verdicts = new VerdictStore();
  private final ReviewRuleStore rules = new ReviewRuleStore();

  /**
   * Works on this database, by this clock.
   *
   * @param readMarks tell what people have read
   * @param auditLog gets what is done, in the same transaction
   */
  public Reviewing(
      Database database,
      VersionManager versions,
      Reviews reviews,
      ReadMarks readMarks,
      AuditLog auditLog,
      Clock clock) {
    this.database = database;
    this.versions = versions;
    this.reviews = reviews;
    this.readMarks = readMarks;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  /**
   * The account that a request is made in the name of; there has to be one.
   *
   * @throws Problem if nobody has an account
   */
  public static Account required(Requester requester) {
    @Nullable Account account = requester.account();
    if (account == null) {
      throw new Problem(
          ProblemKind.FORBIDDEN,
          FilledMessage.of("reviews.no_accounts"),
          FilledMessage.of("reviews.no_accounts_next"));
    }
    return account;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Asks for a review of a version.
   *
   * @throws LapsedReviewException if the version's branch has other words by now
   * @throws Problem if nobody has an account
   */
  public ReviewView ask(Requester requester, String scriptId, NewReview asked) {
    Account account = required(requester);
    NewReview checked = asked.checked(now());
    Version version = versions.version(scriptId, checked.versionNumber());
    @Nullable Integer from = checked.fromVersion();
    if (from != null) {
      versions.version(scriptId, from);
    }
    int number =
        whileHead(
            scriptId,
            version.versionNumber(),
            handle -> {
              ReviewRule rule = rules.find(handle, scriptId).orElse(ReviewRule.PRESET);
              int made =
                  store.insert(
                      handle, scriptId, checked, version.versionHash(), account.id(), rule, now());
              String people =
                  checked.people().stream()
                      .map(person -> person.account().name())
                      .collect(Collectors.joining(", "));
              String thing = Messages.text("audit.thing.review_of", made, people);
              record(handle, AuditAct.REVIEW_ASKED, scriptId, version.versionNumber(), thing);
              return made;
            });
    return reviews.view(scriptId, number);
  }

  /**
   * Takes somebody's verdict, in place of one that they gave before.
   *
   * @throws LapsedReviewException if the version's branch has other words by now
   * @throws Problem if they were not asked, may not say this, or the review is closed
   */
  public ReviewView give(Requester requester, String scriptId, int number, NewVerdict given) {
    Account account = required(requester);
    Review review = reviews.review(scriptId, number);
    Reviewer reviewer =
        review
            .reviewer(account.id())
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemKind.FORBIDDEN,
                        FilledMessage.of("reviews.not_asked"),
                        FilledMessage.of("reviews.not_asked_next")));
    checkOpen(review);
    checkMay(reviewer, given.verdict());
    NewVerdict checked = given.checked();
    @Nullable ReadShare read = read(account, review);
    whileHead(
        scriptId,
        review.versionNumber(),
        handle -> {
          long id = open(handle, scriptId, number);
          verdicts.insert(handle, id, account.id(), checked, read, now());
          String thing = Messages.text("audit.thing.verdict", checked.verdict().title(), number);
          record(handle, AuditAct.VERDICT_GIVEN, scriptId, review.versionNumber(), thing);
          return id;
        });
    return reviews.view(scriptId, number);
  }

  /** How much of the version somebody has read so far; null where its text cannot be read. */
  private @Nullable ReadShare read(Account account, Review review) {
    try {
      return readMarks.share(account.id(), review.scriptId(), review.versionNumber());
    } catch (DamagedVersionException e) {
      return null;
    }
  }

  private static void checkMay(Reviewer reviewer, Verdict verdict) {
    if (!verdict.isOpenTo(reviewer.mayDecide())) {
      throw new Problem(
          ProblemKind.FORBIDDEN,
          FilledMessage.of(
              reviewer.mayDecide() ? "reviews.only_deciders" : "reviews.only_commenters"));
    }
  }

  /**
   * Closes a review, after which nobody gives a verdict.
   *
   * @throws Problem if it is closed already, or somebody else asked for it and manages the script
   */
  public ReviewView close(Requester requester, String scriptId, int number) {
    Account account = required(requester);
    Review review = reviews.review(scriptId, number);
    if (!mayClose(requester, review)) {
      throw new Problem(
          ProblemKind.FORBIDDEN, FilledMessage.of("reviews.not_closer", review.askedBy().name()));
    }
    checkOpen(review);
    database.write(
        handle -> {
          store.close(handle, open(handle, scriptId, number), account.id(), now());
          String thing = Messages.text("audit.thing.review", number);
          record(handle, AuditAct.REVIEW_CLOSED, scriptId, review.versionNumber(), thing);
          return null;
        });
    return reviews.view(scriptId, number);
  }

  /** Whether somebody may close a review: whoever asked for it, or manages the script. */
  static boolean mayClose(Requester requester, Review review) {
    @Nullable Account account = requester.account();
    Thing script = new Thing.GuardedScript(review.scriptId());
    return Access.may(requester, Right.MANAGE, script)
        || (account != null
            && account.id() == review.askedBy().id()
            && Access.may(requester, Right.WRITE, script));
  }

  /** Changes how reviews of a script are decided that are asked for from now on. */
  public void changeRule(String scriptId, ReviewRule rule) {
    database.write(
        handle -> {
          ReviewRule before = rules.find(handle, scriptId).orElse(ReviewRule.PRESET);
          if (!rule.equals(before)) {
            rules.put(handle, scriptId, rule);
            auditLog.record(
                handle, AuditEvent.of(AuditAct.REVIEW_RULE_CHANGED, scriptId, rule.sentence()));
          }
          return null;
        });
  }

  private static void checkOpen(Review review) {
    @Nullable Account closer = review.closedBy();
    @Nullable Instant closedAt = review.closedAt();
    if (closer != null && closedAt != null) {
      throw new Problem(
          ProblemKind.REVIEW_CLOSED,
          FilledMessage.of("reviews.closed", closer.name(), Times.day(closedAt)),
          FilledMessage.of("reviews.closed_next"));
    }
  }

  /** The row of a review that is still open. */
  private long open(Handle handle, String scriptId, int number) {
    AskedReviewRow row = store.find(handle, scriptId, number).orElseThrow(Reviews::missing);
    if (row.closedAt() != null) {
      throw new Problem(
          ProblemKind.REVIEW_CLOSED,
          FilledMessage.of("reviews.closed_meanwhile"),
          FilledMessage.of("reviews.closed_next"));
    }
    return row.id();
  }

  /** What is written while the latest version of a branch is the one that was compared with. */
  private interface ReviewWork<T> {
    T write(Handle handle);
  }

  private <T> T whileHead(String scriptId, int versionNumber, ReviewWork<T> work) {
    Optional<T> done = Optional.empty();
    while (done.isEmpty()) {
      int head = database.read(handle -> store.head(handle, scriptId, versionNumber));
      @Nullable ReviewLapse lapse = reviews.lapse(scriptId, versionNumber);
      if (lapse != null) {
        throw new LapsedReviewException(lapse);
      }
      // Comparing may take a while, in which others may save.
      done =
          database.write(
              handle ->
                  store.head(handle, scriptId, versionNumber) == head
                      ? Optional.of(work.write(handle))
                      : Optional.empty());
    }
    return done.get();
  }

  private void record(
      Handle handle, AuditAct act, String scriptId, int versionNumber, String thing) {
    auditLog.record(
        handle, new AuditEvent(act, CurrentActor.get(), scriptId, versionNumber, thing));
  }
}
