package prismq.t.script.versioning.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.TechnicalAccounts;
import prismq.t.script.versioning.db.Database;

/** Finds whose turn it is in reviews, by what was asked, said and passed on in them. */
public final class TurnReader {
  private final Database database;
  private final Accounts accounts;
  private final TechnicalAccounts programs;
  private final Candidates candidates;
  private final TurnStore store = new TurnStore();

  /** Reads from this database, with these accounts. */
  public TurnReader(
      Database database, Accounts accounts, TechnicalAccounts programs, Candidates candidates) {
    this.database = database;
    this.accounts = accounts;
    this.programs = programs;
    this.candidates = candidates;
  }

  /**
   * Whose turn it is; nobody's in a review that is closed, or whose words have changed and which a
   * newer review has followed.
   */
  List<ShownTurn> of(Review review, @Nullable ReviewLapse lapse) {
    String scriptId = review.scriptId();
    if (review.isClosed()
        || (lapse != null
            && database.read(handle -> store.isFollowed(handle, scriptId, review.number())))) {
      return List.of();
    }
    Map<Long, Account> known = accounts.everybody();
    List<TurnEvent> events = events(review, lapse);
    List<TurnHolder> holders =
        Turns.after(
            review.askedBy().id(),
            review.reviewers().stream().map(reviewer -> reviewer.account().id()).toList(),
            review.askedAt(),
            absent(review, events, known),
            () -> candidates.managers(scriptId).stream().map(Account::id).toList(),
            events);
    return holders.stream().flatMap(holder -> ShownTurn.of(holder, known).stream()).toList();
  }

  /** Programs, and those concerned who cannot act on the script any more. */
  private Set<Long> absent(Review review, List<TurnEvent> events, Map<Long, Account> known) {
    Set<Long> absent = new HashSet<>(programs.all());
    review.reviewers().stream()
        .filter(reviewer -> !reviewer.mayAnswer())
        .forEach(reviewer -> absent.add(reviewer.account().id()));
    Stream<Account> others =
        events.stream()
            .filter(TurnEvent.PassedOn.class::isInstance)
            .map(event -> known.get(((TurnEvent.PassedOn) event).to()));
    Stream.concat(Stream.of(review.askedBy()), others)
        .filter(Objects::nonNull)
        .distinct()
        .filter(account -> !candidates.mayAnswer(account, review.scriptId()))
        .forEach(account -> absent.add(account.id()));
    return absent;
  }

  private List<TurnEvent> events(Review review, @Nullable ReviewLapse lapse) {
    List<TurnEvent> events = new ArrayList<>();
    for (Reviewer reviewer : review.reviewers()) {
      for (GivenVerdict given : reviewer.verdicts()) {
        events.add(new TurnEvent.Spoke(reviewer.account().id(), given.givenAt()));
      }
    }
    addReplies(events, review);
    if (lapse != null) {
      List<Long> givers =
          review.reviewers().stream()
              .filter(reviewer -> reviewer.current() != null)
              .map(reviewer -> reviewer.account().id())
              .toList();
      events.add(new TurnEvent.VerdictsLapsed(givers, lapse.since()));
    }
    events.addAll(
        database.read(handle -> store.passes(handle, review.scriptId(), review.number())));
    events.sort(Comparator.comparing(TurnEvent::at));
    return events;
  }

  /**
   * Comments count from when the review was asked for; answers are to what was said before, too.
   */
  private void addReplies(List<TurnEvent> events, Review review) {
    long asker = review.askedBy().id();
    Set<Long> people = new HashSet<>(Set.of(asker));
    review.reviewers().forEach(reviewer -> people.add(reviewer.account().id()));
    Map<Long, List<Long>> writers = new HashMap<>();
    for (TurnStore.Reply reply :
        database.read(
            handle -> store.replies(handle, review.scriptId(), review.number(), people))) {
      List<Long> before = writers.computeIfAbsent(reply.thread(), id -> new ArrayList<>());
      boolean isAnswer = reply.account() == asker;
      if (!reply.at().isBefore(review.askedAt()) && !(isAnswer && before.isEmpty())) {
        events.add(
            isAnswer
                ? new TurnEvent.Answered(List.copyOf(before), reply.at())
                : new TurnEvent.Spoke(reply.account(), reply.at()));
      }
      if (!isAnswer && !before.contains(reply.account())) {
        before.add(reply.account());
      }
    }
  }
}
