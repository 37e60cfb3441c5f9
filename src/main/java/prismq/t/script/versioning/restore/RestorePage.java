package prismq.t.script.versioning.restore;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.conflict.Passage;
import prismq.t.script.versioning.conflict.PassageErrors;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.ChangeDescription;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page that shows what undoing a change does to the text as it is now, and undoes it. */
public final class RestorePage {
  /** Whoever loses so many races is told so. */
  private static final int MAX_ROUNDS = 20;

  private static final FormFields FIELDS = FormFields.of("author", "change_description");

  private final VersionManager versionManager;
  private final Comparisons comparisons;
  private final Proposals proposals;
  private final Pages pages;

  /** Reads and saves versions, and compares them. */
  public RestorePage(VersionManager versionManager, Comparisons comparisons, Pages pages) {
    this.versionManager = versionManager;
    this.comparisons = comparisons;
    this.proposals = new Proposals(versionManager, comparisons);
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param preview what saving would change in the head
   * @param errors the errors, by field
   * @param alert why nothing was saved; null if nothing was to be saved
   * @param mustSettle whether passages without an answer are marked as errors
   */
  record Model(
      Proposal proposal,
      DiffView preview,
      Map<String, String> errors,
      @Nullable String alert,
      boolean mustSettle) {
    public @Nullable String error(Passage passage) {
      return mustSettle && passage.choice() == null
          ? Messages.text("conflict.choose")
          : passage.error();
    }

    /** All errors, for the summary; none before anything was to be saved. */
    public Map<String, String> problems() {
      return mustSettle
          ? PassageErrors.with(errors, proposal.draft().passages(), this::error)
          : errors;
    }

    private String scriptId() {
      return proposal.script().scriptId();
    }

    public String phraseHistoryUrl() {
      return Urls.phraseHistory(scriptId());
    }

    public String historyUrl() {
      return Urls.history(scriptId());
    }

    public String compareUrl() {
      UndoWording wording = proposal.wording();
      return Urls.compare(scriptId(), wording.from().versionNumber(), wording.to().versionNumber());
    }

    public String action() {
      return historyUrl() + "/restorations";
    }

    public String headUrl() {
      return Urls.version(scriptId(), proposal.head().versionNumber());
    }
  }

  /**
   * Answers {@code /scripts/{script_id}/restore?from=&to=&change=&branch=}; with {@code passage}
   * instead of {@code change}, leads to the change that removed that.
   */
  public void show(Context context) {
    String scriptId = context.pathParam("script_id");
    RestoreForm form = RestoreForm.asked(context);
    String passage = Parameters.text(context, "passage");
    if (passage != null) {
      context.redirect(proposals.ofPassage(scriptId, form, passage));
      return;
    }
    answer(context, 200, proposals.make(scriptId, form), Map.of(), null);
  }

  /** Saves the head's text with the change undone, or shows the page again. */
  public void save(Context context) {
    // A missing script is reported before errors of the form.
    String scriptId = versionManager.script(context.pathParam("script_id")).scriptId();
    RestoreForm form = RestoreForm.sent(context);
    attempt(context, proposals.make(scriptId, form), MAX_ROUNDS);
  }

  /**
   * Saves, or shows the page again; where others saved meanwhile, what they changed is in the
   * proposal already.
   */
  private void attempt(Context context, Proposal proposal, int rounds) {
    FIELDS.attempt(
        () -> save(context, proposal),
        problem -> {
          if (problem.is(ProblemKind.STALE_BASE)) {
            Proposal again = proposals.make(proposal.script().scriptId(), proposal.form());
            if (rounds > 0 && again.mergesByItself()) {
              attempt(context, again, rounds - 1);
            } else {
              stale(context, again);
            }
          } else {
            answer(context, problem.status(), proposal, problem.errors(), problem.notice());
          }
        });
  }

  private void save(Context context, Proposal proposal) {
    boolean isPreview = SentForm.isForPreview(context);
    if (!proposal.isOnHeadShown() && (isPreview || !proposal.mergesByItself())) {
      stale(context, proposal);
      return;
    }
    if (isPreview) {
      answer(context, 200, proposal, Map.of(), null);
      return;
    }
    Map<String, String> errors =
        FIELDS.errors(
            () -> ChangeDescription.required(proposal.changeDescription()),
            () -> Author.named(proposal.form().author()));
    if (!proposal.draft().isSettled() || !errors.isEmpty()) {
      answer(context, 422, proposal, errors, null);
      return;
    }
    if (proposal.draft().changesNothing()) {
      answer(context, 422, proposal, errors, Messages.text("restore.same_text"));
      return;
    }
    Version version = versionManager.save(newVersion(proposal));
    AuthorName.remember(context, version.author().name());
    context.redirect(Urls.saved(version.scriptId(), version.versionNumber()), HttpStatus.SEE_OTHER);
  }

  private static NewVersion newVersion(Proposal proposal) {
    return NewVersion.builder(
            proposal.script().scriptId(),
            proposal.draft().text(),
            Author.named(proposal.form().author()),
            proposal.changeDescription())
        .branch(proposal.branch())
        .baseVersion(proposal.head().versionNumber())
        .metadata(proposal.metadata())
        .build();
  }

  private void stale(Context context, Proposal proposal) {
    String alert =
        Messages.text(
            "restore.stale",
            proposal.form().baseVersion(),
            proposal.branch(),
            proposal.head().versionNumber());
    answer(context, 409, proposal, Map.of(), alert);
  }

  private void answer(
      Context context,
      int status,
      Proposal proposal,
      Map<String, String> errors,
      @Nullable String alert) {
    Draft draft = proposal.draft();
    DiffView preview =
        DiffView.of(comparisons.compare(proposal.script(), draft.now(), draft.text()));
    pages.answer(
        context,
        status,
        "restore/restore",
        new Model(proposal, preview, errors, alert, status == 422));
  }
}
