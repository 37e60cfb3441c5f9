package prismq.t.script.versioning.review;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.TechnicalAccounts;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** Passes turns in reviews on by hand. Safe for use by several threads. */
public final class PassingOn {
  private final Database database;
  private final Reviews reviews;
  private final Candidates candidates;
  private final TechnicalAccounts programs;
  private final AuditLog auditLog;
  private final Clock clock;
  private final AskedReviewStore store = new AskedReviewStore();
  private final TurnStore turns = new TurnStore();

  /** Works on this database, by this clock. */
  public PassingOn(
      Database database,
      Reviews reviews,
      Candidates candidates,
      TechnicalAccounts programs,
      AuditLog auditLog,
      Clock clock) {
    this.database = database;
    this.reviews = reviews;
    this.candidates = candidates;
    this.programs = programs;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  /** Whether somebody may pass the turn on: who has it, who asked, and who manages the script. */
  boolean mayPass(Requester requester, ReviewView view) {
    @Nullable Account account = requester.account();
    if (account == null || view.turns().isEmpty()) {
      return false;
    }
    Review review = view.review();
    return account.id() == review.askedBy().id()
        || hasIt(view, account)
        || Access.may(requester, Right.MANAGE, new Thing.GuardedScript(review.scriptId()));
  }

  private static boolean hasIt(ReviewView view, Account account) {
    return view.turns().stream().anyMatch(turn -> turn.account().id() == account.id());
  }

  /** To whom the turn in a review can be passed by somebody, by name. */
  List<Account> people(Requester requester, ReviewView view) {
    @Nullable Account self = requester.account();
    Set<Long> technical = programs.all();
    return candidates.people(view.review().scriptId()).stream()
        .filter(account -> !technical.contains(account.id()))
        .filter(account -> self == null || account.id() != self.id() || !hasIt(view, self))
        .toList();
  }

  /**
   * Passes the turn on: one's own, or that of all who have it where it is not one's own.
   *
   * @param to null where nobody was chosen
   * @throws Problem if it is nobody's turn, or this requester may not
   * @throws InvalidInputException if it cannot be passed to this account
   */
  public ReviewView pass(Requester requester, String scriptId, int number, @Nullable Account to) {
    Account by = Reviewing.required(requester);
    ReviewView view = reviews.view(scriptId, number);
    if (view.turns().isEmpty()) {
      throw new Problem(ProblemKind.REVIEW_CLOSED, FilledMessage.of("reviews.nobodys_turn"));
    }
    if (!mayPass(requester, view)) {
      throw new Problem(ProblemKind.FORBIDDEN, FilledMessage.of("reviews.not_passer"));
    }
    if (to == null || people(requester, view).stream().noneMatch(one -> one.id() == to.id())) {
      throw new InvalidInputException("person", FilledMessage.of("reviews.choose_turn"));
    }
    database.write(
        handle -> {
          long id = store.find(handle, scriptId, number).orElseThrow(Reviews::missing).id();
          turns.pass(
              handle,
              id,
              new TurnEvent.PassedOn(
                  by.id(), to.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
          auditLog.record(
              handle,
              new AuditEvent(
                  AuditAct.TURN_PASSED,
                  CurrentActor.get(),
                  scriptId,
                  view.review().versionNumber(),
                  Messages.text("audit.thing.turn", number, to.name())));
          return null;
        });
    return reviews.view(scriptId, number);
  }
}
