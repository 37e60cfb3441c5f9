package prismq.t.script.versioning.comment;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Suggestions.DecidedMeanwhileException;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.conflict.Answers;
import prismq.t.script.versioning.conflict.Passage;
import prismq.t.script.versioning.conflict.PassageErrors;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/**
 * The page that asks what is to stand where a suggestion meets words that were changed since, and
 * accepts it so.
 */
public final class SettleSuggestionPage {
  private static final FormFields FIELDS = FormFields.of("author");

  private final VersionManager versionManager;
  private final Suggestions suggestions;
  private final SuggestionAcceptance acceptance;
  private final Comparisons comparisons;
  private final Pages pages;

  /** Reads by the first two, saves by the acceptance, and compares for previews. */
  public SettleSuggestionPage(
      VersionManager versionManager,
      Suggestions suggestions,
      SuggestionAcceptance acceptance,
      Comparisons comparisons,
      Pages pages) {
    this.versionManager = versionManager;
    this.suggestions = suggestions;
    this.acceptance = acceptance;
    this.comparisons = comparisons;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param version the one whose suggestions lead here
   * @param preview what accepting would change in the latest text
   * @param strays what was written for passages that are no longer in question
   * @param author who accepts, as the form starts with or was sent
   * @param alert why nothing was saved; null for nothing
   * @param mustSettle whether passages without an answer are marked as errors
   */
  record Model(
      SettledSuggestion settled,
      int version,
      DiffView preview,
      List<String> strays,
      String author,
      Map<String, String> errors,
      @Nullable String alert,
      boolean mustSettle) {
    public List<Passage> passages() {
      return settled.settled().passages();
    }

    public @Nullable String error(Passage passage) {
      return mustSettle && passage.choice() == null
          ? Messages.text("conflict.choose")
          : passage.error();
    }

    /** All errors, for the summary; none before anything was to be saved. */
    public Map<String, String> problems() {
      return mustSettle ? PassageErrors.with(errors, passages(), this::error) : errors;
    }

    public String by() {
      return settled.suggestion().by().name();
    }

    public int madeOn() {
      return settled.suggestion().anchor().version();
    }

    public @Nullable String reason() {
      return settled.suggestion().reason();
    }

    /** What it would change in the words that it was made for, as HTML. */
    public String wordsHtml() {
      return SuggestedWords.html(settled.suggestion());
    }

    public boolean isFountain() {
      return settled.script().isScreenplay(settled.headText());
    }

    public String url() {
      return Urls.settleSuggestion(settled.script().scriptId(), version, settled.suggestion().id());
    }

    public String suggestionsUrl() {
      return Urls.suggestions(settled.script().scriptId(), version);
    }

    public String headUrl() {
      return Urls.version(settled.script().scriptId(), settled.head().versionNumber());
    }

    public String phraseHistoryUrl() {
      return Urls.phraseHistory(settled.script().scriptId());
    }
  }

  /**
   * Answers {@code
   * /scripts/{script_id}/versions/{version_number}/suggestions/{suggestion_id}/settle}.
   */
  public void show(Context context) {
    SettledSuggestion settled = settled(context, Answers.NONE);
    answer(context, 200, settled, Answers.NONE, Map.of(), null);
  }

  /** Accepts it with the text that was settled, or shows the page again. */
  public void accept(Context context) {
    // Read before anything can be refused, so that the page which says so shows what was typed.
    boolean isPreview = SentForm.isForPreview(context);
    Answers answers = Answers.sent(context);
    SettledSuggestion settled = settled(context, answers);
    FIELDS.attempt(
        () -> accept(context, settled, answers, isPreview),
        problem -> {
          if (problem.is(ProblemKind.STALE_BASE)) {
            stale(context, settled(context, answers), answers);
          } else {
            String alert = problem.notice();
            answer(context, problem.status(), settled, answers, problem.errors(), alert);
          }
        });
  }

  private void accept(
      Context context, SettledSuggestion settled, Answers answers, boolean isPreview) {
    if (SentForm.versionNumber(context, "base_version") != settled.head().versionNumber()) {
      stale(context, settled, answers);
      return;
    }
    if (isPreview) {
      answer(context, 200, settled, answers, Map.of(), null);
      return;
    }
    if (!settled.settled().isSettled()) {
      answer(context, 422, settled, answers, Map.of(), null);
      return;
    }
    if (settled.changesNothing()) {
      String alert = Messages.text("suggestions.settled_nothing");
      answer(context, 409, settled, answers, Map.of(), alert);
      return;
    }
    Commenter by = SuggestionForms.decider(context);
    try {
      Version saved = acceptance.accept(settled, by);
      AuthorName.remember(context, by.name());
      context.redirect(Urls.saved(saved.scriptId(), saved.versionNumber()), HttpStatus.SEE_OTHER);
    } catch (DecidedMeanwhileException e) {
      throw decided(settled.suggestion());
    }
  }

  private void stale(Context context, SettledSuggestion settled, Answers answers) {
    String alert =
        Messages.text(
            "suggestions.settle_stale", settled.head().branch(), settled.head().versionNumber());
    answer(context, 409, settled, answers, Map.of(), alert);
  }

  private SettledSuggestion settled(Context context, Answers answers) {
    String scriptId = CommentRequest.scriptId(context);
    int version = CommentRequest.version(context);
    String branch = versionManager.version(scriptId, version).branch();
    long id = CommentRequest.number(context, "suggestion_id");
    Suggestion suggestion = suggestions.require(scriptId, List.of(id)).get(0);
    if (!suggestion.isOpen()) {
      throw decided(suggestion);
    }
    return versionManager.view(
        scriptId, view -> SettledSuggestion.of(view, suggestion, branch, answers));
  }

  private static Problem decided(Suggestion suggestion) {
    return new Problem(
        ProblemKind.SUGGESTION_DECIDED,
        FilledMessage.of("suggestions.decided_meanwhile", suggestion.id()));
  }

  private void answer(
      Context context,
      int status,
      SettledSuggestion settled,
      Answers answers,
      Map<String, String> errors,
      @Nullable String alert) {
    Set<String> ids =
        settled.settled().passages().stream().map(Passage::id).collect(Collectors.toSet());
    DiffView preview =
        DiffView.of(comparisons.compare(settled.script(), settled.headText(), settled.text()));
    String sent = SentForm.text(context, "author");
    pages.answer(
        context,
        status,
        "comment/settle",
        new Model(
            settled,
            CommentRequest.version(context),
            preview,
            answers.writtenElsewhere(ids),
            sent.isEmpty() ? AuthorName.known(context) : sent,
            errors,
            alert,
            status == 422));
  }
}
