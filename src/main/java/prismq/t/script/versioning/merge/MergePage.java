package prismq.t.script.versioning.merge;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.conflict.Passage;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.ChangeDescription;
import prismq.t.script.versioning.history.MergeHandler;
import prismq.t.script.versioning.history.MergeProposal;
import prismq.t.script.versioning.history.MergeProposal.Kind;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.AuthorCookie;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page that shows what merging comes to, has its conflicts settled, and saves it. */
public final class MergePage {
  private static final FormFields FIELDS = FormFields.of("author", "change_description");

  private final VersionManager versionManager;
  private final MergeHandler mergeHandler;
  private final Comparisons comparisons;
  private final Pages pages;

  /** Merges by the handler, and compares for previews by the comparisons. */
  public MergePage(
      VersionManager versionManager,
      MergeHandler mergeHandler,
      Comparisons comparisons,
      Pages pages) {
    this.versionManager = versionManager;
    this.mergeHandler = mergeHandler;
    this.comparisons = comparisons;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param branches those that something can be merged into or from
   * @param alert why nothing was saved, or why there is nothing to show; null for neither
   * @param outcome null where there is nothing to merge
   * @param typed what was typed, where there is no outcome that it could be shown with
   */
  record Model(
      Script script,
      List<Branch> branches,
      MergeForm form,
      @Nullable String alert,
      @Nullable Outcome outcome,
      List<SentForm.Typed> typed) {
    public boolean isPick() {
      return form.kind() == Kind.PICK;
    }

    public String title() {
      if (isPick()) {
        return form.picked() == 0 ? "Pick a change" : "Pick the change of version " + form.picked();
      }
      return outcome == null
          ? "Merge a branch"
          : "Merge "
              + outcome.proposal().from().name()
              + " into "
              + outcome.proposal().into().name();
    }

    public String phraseHistoryUrl() {
      return Urls.phraseHistory(script.scriptId());
    }

    public String historyUrl() {
      return Urls.history(script.scriptId());
    }

    public String branchesUrl() {
      return Urls.branches(script.scriptId());
    }

    public String chooseUrl() {
      return isPick() ? Urls.pick(script.scriptId()) : Urls.merge(script.scriptId());
    }

    public String action() {
      return historyUrl() + (isPick() ? "/picks" : "/merges");
    }

    public String versionUrl(Version version) {
      return Urls.version(script.scriptId(), version.versionNumber());
    }

    public String compareUrl(Version from, Version to) {
      return Urls.compare(script.scriptId(), from.versionNumber(), to.versionNumber());
    }
  }

  /**
   * What merging comes to.
   *
   * @param strays what was written for passages that are not in question any more
   * @param intoPreview what it changes in the head of the branch
   * @param fromPreview how it differs from what is merged; null where a change is picked
   * @param errors what to mend, by field
   * @param mustSettle whether passages without an answer are marked as to be mended
   */
  record Outcome(
      Settlement settlement,
      List<String> strays,
      DiffView intoPreview,
      @Nullable DiffView fromPreview,
      String changeDescription,
      Map<String, String> errors,
      boolean mustSettle) {
    public MergeProposal proposal() {
      return settlement.proposal();
    }

    public List<Passage> passages() {
      return settlement.passages();
    }

    /** Where an unfinished one is kept in the browser; by numbers, because names change. */
    public String place() {
      MergeProposal proposal = proposal();
      return proposal.script().scriptId()
          + " "
          + (proposal.kind() == Kind.MERGE
              ? proposal.from().branchNumber()
              : "v" + proposal.merged().versionNumber())
          + " "
          + proposal.into().branchNumber();
    }

    public @Nullable String error(Passage passage) {
      return mustSettle && passage.choice() == null
          ? "Choose what is to stand here."
          : passage.error();
    }
  }

  /** Answers {@code /scripts/{script_id}/merge?from=&into=}. */
  public void showMerge(Context context) {
    show(context, MergeForm.asked(context, Kind.MERGE));
  }

  /** Answers {@code /scripts/{script_id}/pick?version=&into=}. */
  public void showPick(Context context) {
    show(context, MergeForm.asked(context, Kind.PICK));
  }

  /** Saves a merge, or shows the page again. */
  public void saveMerge(Context context) {
    save(context, MergeForm.sent(context, Kind.MERGE));
  }

  /** Saves a picked change, or shows the page again. */
  public void savePick(Context context) {
    save(context, MergeForm.sent(context, Kind.PICK));
  }

  private void show(Context context, MergeForm form) {
    Script script = script(context);
    if (!form.isComplete()) {
      answer(context, 200, script, form, null, null);
      return;
    }
    FIELDS.attempt(
        () -> {
          Settlement settlement = settlement(script, form);
          answer(context, 200, script, form, null, outcome(form, settlement, Map.of(), false));
        },
        problem ->
            answer(context, problem.status(), script, form, problem.problem().sentence(), null));
  }

  /** The proposal with the answers so far. */
  private Settlement settlement(Script script, MergeForm form) {
    MergeProposal proposal = proposal(script, form);
    return Settlement.of(
        proposal,
        (id, conflict) -> Passage.of(id, conflict, form.answers().of(id), proposal.headText()));
  }

  private MergeProposal proposal(Script script, MergeForm form) {
    String into = Objects.requireNonNull(form.into());
    return form.kind() == Kind.MERGE
        ? mergeHandler.merge(script.scriptId(), Objects.requireNonNull(form.from()), into)
        : mergeHandler.pick(script.scriptId(), form.picked(), into);
  }

  private void save(Context context, MergeForm form) {
    Script script = script(context);
    FIELDS.attempt(
        () -> {
          Settlement settlement = settlement(script, form);
          FIELDS.attempt(
              () -> save(context, script, form, settlement),
              problem -> again(context, script, form, settlement, problem));
        },
        problem ->
            answer(context, problem.status(), script, form, problem.problem().withOutcome(), null));
  }

  private void save(Context context, Script script, MergeForm form, Settlement settlement) {
    MergeProposal proposal = settlement.proposal();
    if (!proposal.isOf(form.mergedVersion(), form.baseVersion())) {
      stale(context, script, form, settlement);
      return;
    }
    if (SentForm.isForPreview(context)) {
      answer(context, 200, script, form, null, outcome(form, settlement, Map.of(), false));
      return;
    }
    Map<String, String> errors =
        FIELDS.errors(
            () -> ChangeDescription.required(String.valueOf(form.changeDescription())),
            () -> Author.named(form.author()));
    if (!settlement.isSettled() || !errors.isEmpty()) {
      toMend(context, script, form, settlement, errors);
      return;
    }
    Version version =
        mergeHandler
            .save(
                proposal,
                settlement.text(),
                Author.named(form.author()),
                form.changeDescription(),
                null)
            .version();
    AuthorCookie.write(context, version.author().name());
    context.redirect(
        Urls.selected(version.scriptId(), version.versionNumber()), HttpStatus.SEE_OTHER);
  }

  private void again(
      Context context, Script script, MergeForm form, Settlement settlement, FormProblem problem) {
    if (problem.is(ProblemKind.STALE_BASE)) {
      stale(context, script, form, settlement(script, form));
    } else if (problem.notice() == null) {
      toMend(context, script, form, settlement, problem.errors());
    } else {
      String alert = problem.notice() + " Your answers are still here.";
      Outcome outcome = outcome(form, settlement, Map.of(), false);
      answer(context, problem.status(), script, form, alert, outcome);
    }
  }

  private void toMend(
      Context context,
      Script script,
      MergeForm form,
      Settlement settlement,
      Map<String, String> errors) {
    String alert = "Nothing was saved yet; mend what is marked below. Your answers are still here.";
    answer(context, 422, script, form, alert, outcome(form, settlement, errors, true));
  }

  private void stale(Context context, Script script, MergeForm form, Settlement settlement) {
    MergeProposal now = settlement.proposal();
    String alert =
        "Somebody saved meanwhile: this is now about version "
            + now.merged().versionNumber()
            + " of "
            + now.from().name()
            + " and version "
            + now.head().versionNumber()
            + " of "
            + now.into().name()
            + ". Nothing was saved. Your answers are still here where they still fit; look at what"
            + " it comes to now, and confirm again.";
    answer(context, 409, script, form, alert, outcome(form, settlement, Map.of(), false));
  }

  private Outcome outcome(
      MergeForm form, Settlement settlement, Map<String, String> errors, boolean mustSettle) {
    MergeProposal proposal = settlement.proposal();
    ScriptText text = settlement.text();
    Set<String> ids = settlement.passages().stream().map(Passage::id).collect(Collectors.toSet());
    String described = form.changeDescription();
    return new Outcome(
        settlement,
        form.answers().writtenElsewhere(ids),
        DiffView.of(comparisons.compare(proposal.headText(), text)),
        proposal.kind() == Kind.PICK
            ? null
            : DiffView.of(comparisons.compare(proposal.mergedText(), text)),
        described == null ? proposal.defaultDescription() : described,
        errors,
        mustSettle);
  }

  private Script script(Context context) {
    return versionManager.script(context.pathParam("script_id"));
  }

  private void answer(
      Context context,
      int status,
      Script script,
      MergeForm form,
      @Nullable String alert,
      @Nullable Outcome outcome) {
    List<Branch> branches = versionManager.branches(script.scriptId());
    List<SentForm.Typed> typed = outcome == null ? SentForm.typed(context) : List.of();
    pages.answer(
        context, status, "merge/merge", new Model(script, branches, form, alert, outcome, typed));
  }
}
