package prismq.t.script.versioning.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.TechnicalAccounts;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.comment.PlacedThread;
import prismq.t.script.versioning.comment.ScriptReaders;
import prismq.t.script.versioning.comment.Suggestion;
import prismq.t.script.versioning.comment.Suggestions;
import prismq.t.script.versioning.comment.Threads;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.core.anchor.AnchorState;
import prismq.t.script.versioning.core.anchor.Placement;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.group.Groups;
import prismq.t.script.versioning.guest.GuestNames;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.label.LabelRules;
import prismq.t.script.versioning.label.LabelRules.LabelLogEntry;
import prismq.t.script.versioning.review.Candidates;
import prismq.t.script.versioning.review.GuestVerdicts;
import prismq.t.script.versioning.review.ReviewReader;
import prismq.t.script.versioning.review.Reviews;
import prismq.t.script.versioning.review.TurnReader;
import prismq.t.script.versioning.search.Passages;

/** Gathers what was said of versions in review. Safe for use by several threads. */
public final class ReviewAnnexes {
  private static final int ALL = Integer.MAX_VALUE;

  private final VersionManager versions;
  private final Reviews reviews;
  private final GuestVerdicts guestVerdicts;
  private final Threads threads;
  private final Suggestions suggestions;
  private final LabelRules labels;
  private final TechnicalAccounts programs;

  /** Gathers it from all of these. */
  public ReviewAnnexes(
      VersionManager versions,
      Reviews reviews,
      GuestVerdicts guestVerdicts,
      Threads threads,
      Suggestions suggestions,
      LabelRules labels,
      TechnicalAccounts programs) {
    this.versions = versions;
    this.reviews = reviews;
    this.guestVerdicts = guestVerdicts;
    this.threads = threads;
    this.suggestions = suggestions;
    this.labels = labels;
    this.programs = programs;
  }

  /** Gathers it from a database that no server has opened. */
  public static ReviewAnnexes of(
      Database database, VersionManager versions, Passages passages, Clock clock) {
    AuditLog auditLog = new AuditLog(database, clock);
    Accounts accounts = new Accounts(database, new Links(database, clock), clock);
    Groups groups = new Groups(database, auditLog, accounts);
    ScriptRights rights =
        new ScriptRights(database, auditLog, accounts, groups, versions.scriptLists());
    Candidates candidates = new Candidates(accounts, groups, rights);
    TechnicalAccounts programs = new TechnicalAccounts(database, auditLog);
    Reviews reviews =
        new Reviews(
            database,
            versions,
            new Comparisons(versions),
            new ReviewReader(database, accounts, candidates),
            new TurnReader(database, accounts, programs, candidates),
            clock);
    Threads threads =
        new Threads(database, passages, auditLog, new ScriptReaders(accounts, rights), clock);
    return new ReviewAnnexes(
        versions,
        reviews,
        new GuestVerdicts(database, new GuestNames(database, accounts, auditLog), auditLog, clock),
        threads,
        new Suggestions(database, versions, passages, auditLog, clock),
        new LabelRules(database, versions, accounts, groups, reviews, threads, auditLog, clock),
        programs);
  }

  /**
   * What was said of some versions.
   *
   * @param included their numbers
   * @param shownIn the version in which words are looked for; 0 where there is none
   * @param scores the review scores that they came with
   */
  ReviewAnnex of(String scriptId, BitSet included, int shownIn, SortedMap<Integer, Number> scores) {
    List<PlacedThread> placed;
    int placedIn = shownIn;
    try {
      placed = placed(scriptId, included, shownIn);
    } catch (DamagedVersionException e) {
      // What was said is not lost with a text: only where its words are now is not known.
      placed = withoutPlaces(scriptId, included);
      placedIn = 0;
    }
    List<Suggestion> suggested =
        suggestions.all(scriptId).stream()
            .filter(suggestion -> included.get(suggestion.anchor().version()))
            .toList();
    List<Suggestion> decided =
        suggested.stream().filter(suggestion -> !suggestion.isOpen()).toList();
    return new ReviewAnnex(
        placedIn,
        oldestFirst(
            reviews.ofScript(scriptId, ALL, ALL).stream()
                .filter(review -> included.get(review.versionNumber()))
                .toList()),
        guestVerdicts.all(scriptId).stream()
            .filter(verdict -> included.get(verdict.versionNumber()))
            .toList(),
        programs.all(),
        placed,
        removers(scriptId, placed),
        decided,
        suggested.size() - decided.size(),
        oldestFirst(
            labels.log(scriptId, Long.MAX_VALUE, ALL).stream()
                .filter(entry -> isOf(entry, included))
                .toList()),
        scores);
  }

  private List<PlacedThread> placed(String scriptId, BitSet included, int shownIn) {
    return shownIn == 0
        ? List.of()
        : threads.placed(scriptId, shownIn).stream()
            .filter(placed -> included.get(placed.thread().anchor().version()))
            .toList();
  }

  private List<PlacedThread> withoutPlaces(String scriptId, BitSet included) {
    Placement nowhere = new Placement(AnchorState.GONE, null, 0, false);
    return threads.all(scriptId).stream()
        .filter(thread -> included.get(thread.anchor().version()))
        .map(thread -> new PlacedThread(thread, nowhere, null, null))
        .toList();
  }

  private static <T> List<T> oldestFirst(List<T> newestFirst) {
    List<T> reversed = new ArrayList<>(newestFirst);
    Collections.reverse(reversed);
    return List.copyOf(reversed);
  }

  private static boolean isOf(LabelLogEntry entry, BitSet included) {
    @Nullable Integer to = entry.to();
    @Nullable Integer from = entry.from();
    return to == null ? from != null && included.get(from) : included.get(to);
  }

  private Map<Integer, Version> removers(String scriptId, List<PlacedThread> placed) {
    List<Integer> numbers =
        placed.stream()
            .map(thread -> thread.placement().goneIn())
            .filter(number -> number > 0)
            .distinct()
            .toList();
    try {
      return numbers.isEmpty() ? Map.of() : versions.view(scriptId, view -> view.versions(numbers));
    } catch (DamagedVersionException e) {
      // Then it is not said whose version it was.
      return Map.of();
    }
  }
}
