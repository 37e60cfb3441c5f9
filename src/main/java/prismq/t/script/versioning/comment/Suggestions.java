package prismq.t.script.versioning.comment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.comment.Threads.ChosenWords;
import prismq.t.script.versioning.core.anchor.Anchor;
import prismq.t.script.versioning.core.anchor.AnchorState;
import prismq.t.script.versioning.core.anchor.Placement;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.review.VersionMakers;
import prismq.t.script.versioning.search.Passages;

/**
 * Suggestions for the texts of scripts. Who may do what is asked before; safe for use by several
 * threads.
 */
public final class Suggestions {
  /** Most that one comparison is taken apart into: nobody decides on more one by one. */
  public static final int MOST_AT_ONCE = 2_000;

  private final Database database;
  private final VersionManager versionManager;
  private final Passages passages;
  private final AuditLog auditLog;
  private final Clock clock;
  private final SuggestionStore store = new SuggestionStore();
  private final SuggestionPlaces places;

  /**
   * Keeps them in this database.
   *
   * @param versionManager knows how large a text may be
   * @param passages tell where words are
   * @param auditLog gets what is done
   */
  public Suggestions(
      Database database,
      VersionManager versionManager,
      Passages passages,
      AuditLog auditLog,
      Clock clock) {
    this.database = database;
    this.versionManager = versionManager;
    this.passages = passages;
    this.places = new SuggestionPlaces(passages);
    this.auditLog = auditLog;
    this.clock = clock;
  }

  /** What a comparison is taken apart by, read in one view. */
  private record BothTexts(SuggestedOn from, ScriptText to) {}

  /** A version that something is suggested for. */
  private record SuggestedOn(Version version, ScriptText text) {}

  /**
   * Suggests other words for some of a version; who suggests the same again has one suggestion.
   *
   * @param version finds the version
   * @param words those that the replacement is for
   * @throws prismq.t.script.versioning.history.NotFoundException if there is no such version
   * @throws InvalidInputException if words, replacement or reason are outside the rules, or it
   *     would change nothing
   * @throws prismq.t.script.versioning.history.ContentTooLargeException if the text would be too
   *     large
   */
  public PlacedSuggestion suggest(
      String scriptId,
      Function<ScriptView, Version> version,
      ChosenWords words,
      String replacement,
      @Nullable String reason,
      Commenter by) {
    String checked = Suggestion.checkedReplacement(replacement);
    @Nullable String why = Suggestion.checkedReason(reason);
    SuggestedOn on =
        passages.view(
            scriptId,
            view -> {
              Version found = version.apply(view);
              return new SuggestedOn(found, view.content(found.versionNumber()));
            });
    Suggestion made = made(on, words.in(on.text), checked, why, by);
    if (Suggestion.lines(made.anchor().quote()).equals(made.replacement())) {
      throw new InvalidInputException("replacement", FilledMessage.of("suggestions.no_change"));
    }
    SuggestedText text = new SuggestedText(on.text);
    text.add(SuggestedEdit.of(made, text.exact(), on.text.lineEnding()));
    versionManager.checkSize(text.text());
    return keep(scriptId, List.of(made)).get(0);
  }

  /** One of these words, which the text's characters widen where they would be cut. */
  private Suggestion made(
      SuggestedOn on,
      CodePointRange range,
      String replacement,
      @Nullable String reason,
      Commenter by) {
    Anchor anchor = Anchor.of(on.version.versionNumber(), on.text, range);
    String quote = anchor.quote();
    String kept = quote.substring(0, points(quote, range.start() - anchor.range().start()));
    String rest = quote.substring(points(quote, range.end() - anchor.range().start()));
    String whole = Suggestion.lines(kept) + replacement + Suggestion.lines(rest);
    return new Suggestion(0, anchor, whole, reason, by, now(), null);
  }

  private static int points(String text, int points) {
    return text.offsetByCodePoints(0, points);
  }

  /**
   * Suggests each change from a version to a text, none of which is saved.
   *
   * @param base finds the version
   * @param wanted makes the text of the version
   * @param reasons why, one for each change or one for all; empty for none
   * @return the suggestions, in the order of the text
   * @throws InvalidInputException if there are no changes, too many or too large ones, or not as
   *     many reasons
   */
  public List<PlacedSuggestion> takeApart(
      String scriptId,
      Function<ScriptView, Version> base,
      Function<ScriptView, ScriptText> wanted,
      List<String> reasons,
      Commenter by) {
    BothTexts read =
        passages.view(
            scriptId,
            view -> {
              Version from = base.apply(view);
              return new BothTexts(
                  new SuggestedOn(from, view.content(from.versionNumber())), wanted.apply(view));
            });
    versionManager.checkSize(read.to);
    SuggestedOn on = read.from;
    List<SuggestedEdit> edits = TakenApart.edits(on.text, read.to);
    checkNumber(edits, reasons, on.text);
    List<Placement> stretches =
        edits.stream()
            .map(edit -> new Placement(AnchorState.HERE, edit.bytes(), 0, false))
            .toList();
    List<@Nullable CodePointRange> ranges = PointRanges.of(on.text, stretches);
    List<Suggestion> made = new ArrayList<>();
    for (int i = 0; i < edits.size(); i++) {
      String replacement =
          Suggestion.checkedReplacement(TakenApart.shown(edits.get(i).replacement()));
      CodePointRange range = ranges.get(i);
      if (range != null && range.length() > Suggestion.MAX_LENGTH) {
        throw invalid(FilledMessage.of("suggestions.long_change", i + 1, Suggestion.MAX_LENGTH));
      }
      @Nullable String reason = reasons.isEmpty() ? null : reasons.get(reasons.size() == 1 ? 0 : i);
      if (range != null) {
        made.add(made(on, range, replacement, Suggestion.checkedReason(reason), by));
      }
    }
    return keep(scriptId, made);
  }

  private static void checkNumber(
      List<SuggestedEdit> edits, List<String> reasons, ScriptText base) {
    if (base.sizeBytes() == 0) {
      throw invalid(FilledMessage.of("suggestions.empty_base"));
    }
    if (edits.isEmpty()) {
      throw invalid(FilledMessage.of("suggestions.same_text"));
    }
    if (edits.size() > MOST_AT_ONCE) {
      throw invalid(FilledMessage.of("suggestions.too_many", edits.size(), MOST_AT_ONCE));
    }
    if (reasons.size() > 1 && reasons.size() != edits.size()) {
      throw new InvalidInputException(
          "reasons", FilledMessage.of("suggestions.reasons", edits.size(), reasons.size()));
    }
  }

  private static InvalidInputException invalid(FilledMessage message) {
    return new InvalidInputException("content", message);
  }

  private List<PlacedSuggestion> keep(String scriptId, List<Suggestion> made) {
    int version = made.get(0).anchor().version();
    Commenter by = made.get(0).by();
    List<Suggestion> kept =
        database.write(
            handle -> {
              List<Suggestion> open =
                  store.list(handle, scriptId).stream().filter(Suggestion::isOpen).toList();
              List<Suggestion> all = new ArrayList<>();
              boolean isAnyNew = false;
              for (Suggestion suggestion : made) {
                Optional<Suggestion> same = open.stream().filter(suggestion::isSameAs).findFirst();
                isAnyNew |= same.isEmpty();
                all.add(
                    same.isPresent()
                        ? same.get()
                        : required(handle, scriptId, store.add(handle, scriptId, suggestion)));
              }
              if (isAnyNew) {
                record(handle, AuditAct.SUGGESTED, scriptId, by, version, "");
              }
              return all;
            });
    return place(scriptId, version, kept);
  }

  /** All suggestions of a script where they stand in a version: in its order, then the others. */
  public List<PlacedSuggestion> placed(String scriptId, int version) {
    List<PlacedSuggestion> placed =
        new ArrayList<>(
            place(scriptId, version, database.read(handle -> store.list(handle, scriptId))));
    placed.sort(
        Comparator.comparing(PlacedSuggestion::state)
            .thenComparingInt(
                one -> one.range() == null ? Integer.MAX_VALUE : one.range().start()));
    return placed;
  }

  /** How many suggestions for a script nobody decided on. */
  public int open(String scriptId) {
    return database.read(handle -> store.open(handle, scriptId));
  }

  /**
   * The suggestions of these numbers, in this order, each once.
   *
   * @throws Problem if the script has none of a number
   */
  List<Suggestion> require(String scriptId, List<Long> ids) {
    return database.read(
        handle -> ids.stream().distinct().map(id -> required(handle, scriptId, id)).toList());
  }

  /** All suggestions of a script, oldest first. */
  public List<Suggestion> all(String scriptId) {
    return database.read(handle -> store.list(handle, scriptId));
  }

  /** Where suggestions stand in a version; of those that are decided on that is not found. */
  List<PlacedSuggestion> place(String scriptId, int version, List<Suggestion> suggestions) {
    return places.of(scriptId, version, suggestions);
  }

  /**
   * Says that suggestions are not wanted; those decided on before stay as they were.
   *
   * @param reason why; null for nothing said
   * @return the suggestions as they are now
   * @throws Problem if the script has none of a number
   */
  public List<Suggestion> reject(
      String scriptId, List<Long> ids, Commenter by, @Nullable String reason) {
    @Nullable String why = Suggestion.checkedReason(reason);
    return database.write(
        handle -> {
          List<Suggestion> rejected = new ArrayList<>();
          for (long id : ids.stream().distinct().toList()) {
            Suggestion found = required(handle, scriptId, id);
            if (store.decide(handle, id, decision(by, null, why))) {
              record(
                  handle,
                  AuditAct.SUGGESTION_REJECTED,
                  scriptId,
                  by,
                  found.anchor().version(),
                  Long.toString(id));
            }
            rejected.add(required(handle, scriptId, id));
          }
          return rejected;
        });
  }

  /**
   * Says that suggestions are in the version that was saved last, in the same transaction.
   *
   * @throws DecidedMeanwhileException if somebody decided on one before
   */
  void accept(Handle handle, String scriptId, List<Suggestion> suggestions, Commenter by) {
    int version = store.lastVersion(handle, scriptId);
    for (Suggestion suggestion : suggestions) {
      if (!store.decide(handle, suggestion.id(), decision(by, version, null))) {
        throw new DecidedMeanwhileException();
      }
    }
    @Nullable Long account = suggestions.get(0).by().account();
    if (account != null) {
      new VersionMakers().record(handle, scriptId, version, account);
    }
    String ids =
        String.join(", ", suggestions.stream().limit(10).map(one -> "" + one.id()).toList());
    String thing = suggestions.size() > 10 ? ids + ", …" : ids;
    record(handle, AuditAct.SUGGESTIONS_ACCEPTED, scriptId, by, version, thing);
  }

  /** Somebody decided on a suggestion while it was being accepted. */
  static final class DecidedMeanwhileException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private SuggestionDecision decision(
      Commenter by, @Nullable Integer version, @Nullable String reason) {
    return new SuggestionDecision(now(), by.name().isEmpty() ? null : by.name(), version, reason);
  }

  private Suggestion required(Handle handle, String scriptId, long suggestion) {
    return store
        .find(handle, scriptId, suggestion)
        .orElseThrow(
            () ->
                new Problem(
                    ProblemKind.NOT_FOUND,
                    FilledMessage.of(
                        "suggestions.none_such", scriptId, Long.toString(suggestion))));
  }

  private void record(
      Handle handle, AuditAct act, String scriptId, Commenter by, int version, String thing) {
    AuditEvent event = AuditEvent.of(act, scriptId, thing).onVersion(version);
    auditLog.record(handle, by.name().isEmpty() ? event : event.inTheNameOf(by.name()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
