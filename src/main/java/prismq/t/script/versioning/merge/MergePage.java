package prismq.t.script.versioning.merge;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.conflict.Passage;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.ChangeDescription;
import prismq.t.script.versioning.history.MergeHandler;
import prismq.t.script.versioning.history.MergeProposal;
import prismq.t.script.versioning.history.MergeProposal.MergeKind;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page that previews a merge, settles its conflicts and saves it. */
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
   * What is read for an answer.
   *
   * @param proposal throws the problem where there is none
   */
  private record MergeData(
      Script script, List<Branch> branches, Supplier<MergeProposal> proposal) {}

  /** Answers {@code /scripts/{script_id}/merge?from=&into=}. */
  public void showMerge(Context context) {
    show(context, MergeForm.asked(context, MergeKind.MERGE));
  }

  /** Answers {@code /scripts/{script_id}/pick?version=&into=}. */
  public void showPick(Context context) {
    show(context, MergeForm.asked(context, MergeKind.PICK));
  }

  /** Saves a merge, or shows the page again. */
  public void saveMerge(Context context) {
    save(context, MergeForm.sent(context, MergeKind.MERGE));
  }

  /** Saves a picked change, or shows the page again. */
  public void savePick(Context context) {
    save(context, MergeForm.sent(context, MergeKind.PICK));
  }

  private void show(Context context, MergeForm form) {
    MergeData read = read(context, form);
    if (!form.isComplete()) {
      answer(context, 200, read, form, null, null);
      return;
    }
    FIELDS.attempt(
        () -> answer(context, 200, read, form, null, outcome(form, settlement(read, form))),
        problem ->
            answer(context, problem.status(), read, form, problem.problem().sentence(), null));
  }

  private MergeData read(Context context, MergeForm form) {
    return versionManager.view(
        context.pathParam("script_id"),
        view -> new MergeData(view.script(), view.branches(), proposal(view, form)));
  }

  private Supplier<MergeProposal> proposal(ScriptView view, MergeForm form) {
    if (!form.isComplete()) {
      return () -> {
        throw new IllegalStateException("nothing was chosen to merge");
      };
    }
    String into = Objects.requireNonNull(form.into());
    try {
      return form.kind() == MergeKind.MERGE
          ? mergeHandler.merge(view, Objects.requireNonNull(form.from()), into)
          : mergeHandler.pick(view, form.picked(), into);
    } catch (Problem e) {
      // The problem is shown on the page, with what else was read.
      return () -> {
        throw e;
      };
    }
  }

  /** The proposal with the answers so far. */
  private static Settlement settlement(MergeData read, MergeForm form) {
    MergeProposal proposal = read.proposal.get();
    return Settlement.of(
        proposal,
        (id, conflict) -> Passage.of(id, conflict, form.answers().of(id), proposal.headText()));
  }

  private void save(Context context, MergeForm form) {
    MergeData read = read(context, form);
    FIELDS.attempt(
        () -> {
          Settlement settlement = settlement(read, form);
          FIELDS.attempt(
              () -> save(context, read, form, settlement),
              problem -> again(context, read, form, settlement, problem));
        },
        problem ->
            answer(context, problem.status(), read, form, problem.problem().withOutcome(), null));
  }

  private void save(Context context, MergeData read, MergeForm form, Settlement settlement) {
    MergeProposal proposal = settlement.proposal();
    if (!proposal.isOf(form.mergedVersion(), form.baseVersion())) {
      stale(context, read, form, settlement);
      return;
    }
    if (SentForm.isForPreview(context)) {
      answer(context, 200, read, form, null, outcome(form, settlement));
      return;
    }
    Map<String, String> errors =
        FIELDS.errors(
            () -> ChangeDescription.required(String.valueOf(form.changeDescription())),
            () -> Author.named(form.author()));
    if (!settlement.isSettled() || !errors.isEmpty()) {
      answerErrors(context, read, form, settlement, errors);
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
    AuthorName.remember(context, version.author().name());
    context.redirect(Urls.saved(version.scriptId(), version.versionNumber()), HttpStatus.SEE_OTHER);
  }

  private void again(
      Context context, MergeData read, MergeForm form, Settlement settlement, FormProblem problem) {
    if (problem.is(ProblemKind.STALE_BASE)) {
      MergeData now = read(context, form);
      stale(context, now, form, settlement(now, form));
    } else if (problem.notice() == null) {
      answerErrors(context, read, form, settlement, problem.errors());
    } else {
      String alert = problem.notice() + " " + Messages.text("merge.choices_kept");
      answer(context, problem.status(), read, form, alert, outcome(form, settlement));
    }
  }

  private void answerErrors(
      Context context,
      MergeData read,
      MergeForm form,
      Settlement settlement,
      Map<String, String> errors) {
    MergeOutcome outcome = MergeOutcome.of(comparisons, form, settlement, errors);
    answer(context, 422, read, form, null, outcome.toSettle());
  }

  private void stale(Context context, MergeData read, MergeForm form, Settlement settlement) {
    MergeProposal now = settlement.proposal();
    String alert =
        Messages.text(
            "merge.stale",
            now.merged().versionNumber(),
            now.from().name(),
            now.head().versionNumber(),
            now.into().name());
    answer(context, 409, read, form, alert, outcome(form, settlement));
  }

  private MergeOutcome outcome(MergeForm form, Settlement settlement) {
    return MergeOutcome.of(comparisons, form, settlement, Map.of());
  }

  private void answer(
      Context context,
      int status,
      MergeData read,
      MergeForm form,
      @Nullable String alert,
      @Nullable MergeOutcome outcome) {
    List<SentForm.Typed> typed = outcome == null ? SentForm.typed(context) : List.of();
    pages.answer(
        context,
        status,
        "merge/merge",
        new MergeModel(read.script, read.branches, form, alert, outcome, typed));
  }
}
