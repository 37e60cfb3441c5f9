package prismq.t.script.versioning.edit;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.ChangeSummary;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.draft.DraftKeys;
import prismq.t.script.versioning.draft.Drafts;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.ChangeDescription;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.RebaseHandler;
import prismq.t.script.versioning.history.SaveOutcome;
import prismq.t.script.versioning.history.SaveOutcome.AskedFirst;
import prismq.t.script.versioning.history.SaveOutcome.SavedMerged;
import prismq.t.script.versioning.history.SavedOnce;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.StaleBaseException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page to write or upload, preview and save a new version. */
public final class EditPage {
  private static final String TEMPLATE = "edit/edit";

  /** For a merge that is only shown. */
  private static final Author NOBODY = Author.named("-");

  /** Only an alternate needs the version it starts at, so that may be damaged otherwise. */
  private static final FormFields FIELDS =
      FormFields.of("content", "author", "change_description", "name", "branch")
          .about(ProblemKind.NAME_TAKEN, "name")
          .about(ProblemKind.DAMAGED_VERSION, "name")
          .about(ProblemKind.ARCHIVED_BRANCH, "branch")
          .about(ProblemKind.BAD_REQUEST, "content");

  private final VersionManager versionManager;
  private final RebaseHandler rebaseHandler;
  private final Comparisons comparisons;
  private final DraftOffers draftOffers;
  private final RacePage racePage;
  private final Pages pages;

  /**
   * Reads and saves versions, asks on the race page where others saved before, and compares for
   * previews.
   */
  public EditPage(
      VersionManager versionManager,
      RebaseHandler rebaseHandler,
      Comparisons comparisons,
      Drafts drafts,
      RacePage racePage,
      Pages pages) {
    this.versionManager = versionManager;
    this.rebaseHandler = rebaseHandler;
    this.comparisons = comparisons;
    this.draftOffers = new DraftOffers(drafts, comparisons, pages.times());
    this.racePage = racePage;
    this.pages = pages;
  }

  /** Answers {@code /scripts/{script_id}/edit} with the text of a version to edit. */
  public void show(Context context) {
    EditModel model =
        versionManager.view(context.pathParam("script_id"), view -> first(view, context));
    answer(context, 200, draftOffers.on(context, model));
  }

  private static EditModel first(ScriptView view, Context context) {
    String branchName = Parameters.text(context, "branch");
    int from = Parameters.number(context, "from", 0, 1, Integer.MAX_VALUE);
    if (branchName == null) {
      branchName = from == 0 ? Branch.MAIN : view.version(from).branch();
    }
    Branch branch = view.branch(branchName);
    int head = VersionForm.orNone(branch.headVersion());
    ReadText headText = ReadText.of(view, head);
    ScriptText start = from == 0 ? headText.text() : view.content(from);
    Integer filledFrom = from != 0 ? Integer.valueOf(from) : branch.headVersion();
    VersionForm form =
        new VersionForm(
            start.display(),
            "",
            "",
            AuthorName.known(context),
            "",
            branch.name(),
            head,
            filledFrom,
            branch.isArchived() ? Alternate.CHOSEN : Alternate.NONE,
            DraftKeys.NONE);
    String notice =
        branch.isArchived()
            ? EditNotices.archived(branch)
            : from == 0
                ? headText.warning(EditNotices.startsEmpty())
                : EditNotices.otherStart(from, head, headText);
    return EditModel.first(view.script(), branch, form, notice);
  }

  /** Saves what the form holds, or shows it again with a preview or with its errors. */
  public void save(Context context) {
    VersionForm form = VersionForm.sent(context);
    RaceForm asked = RaceForm.sent(context);
    if (asked.wasAsked() && SentForm.text(context, "action").equals("edit")) {
      preview(context, form);
    } else if (asked.wasAsked() && !form.alternate().isChosen()) {
      settle(context, form, asked);
    } else if (!SentForm.isForPreview(context)) {
      save(context, versionManager.view(context.pathParam("script_id"), form::named), asked);
    } else if ("true".equals(context.header("HX-Request"))) {
      previewLive(context, form);
    } else {
      preview(context, form);
    }
  }

  /** Goes on from the page that asks about what others saved meanwhile. */
  private void settle(Context context, VersionForm form, RaceForm asked) {
    WrittenOn base = read(context, form);
    FIELDS.attempt(
        () -> {
          Map<String, String> errors =
              SentForm.isForPreview(context) ? Map.of() : FIELDS.errors(checks(base, form));
          @Nullable Race race = race(base, form, asked);
          if (race == null || (errors.isEmpty() && !SentForm.isForPreview(context))) {
            save(context, form, asked);
          } else if (errors.isEmpty()) {
            racePage.preview(context, race, form);
          } else {
            racePage.refuse(context, race, form, errors);
          }
        },
        problem -> refused(context, base, form, null, problem));
  }

  /** Null where there is nothing that the text could be merged with. */
  private @Nullable Race race(WrittenOn base, VersionForm form, RaceForm asked) {
    NewVersion written =
        NewVersion.builder(base.script().scriptId(), base.text(form), NOBODY, "")
            .branch(base.branch().name())
            .baseVersion(form.baseVersion())
            .build();
    return rebaseHandler.rebase(written).map(rebase -> Race.of(rebase, asked)).orElse(null);
  }

  private void save(Context context, VersionForm form, RaceForm asked) {
    WrittenOn base = read(context, form);
    FIELDS.attempt(
        () -> {
          Map<String, String> errors = FIELDS.severalErrors(checks(base, form));
          if (!errors.isEmpty()) {
            refused(context, base, form, errors);
            return;
          }
          ScriptText text = base.text(form);
          @Nullable String question = question(base, form, text);
          if (question != null && !asked.agreed()) {
            ReadText parent = parent(context, form);
            DiffView preview = DiffView.of(comparisons.compare(base.script(), parent.text(), text));
            @Nullable String notice = parent.warning(EditNotices.allIsNew());
            answer(context, 422, EditModel.previewed(base, form, notice, question, preview));
            return;
          }
          NewVersion.Builder version =
              NewVersion.builder(
                      base.script().scriptId(),
                      text,
                      Author.named(form.author()),
                      description(context, base, form, text))
                  .metadata(VersionForm.WRITTEN_BY_A_HUMAN)
                  .editedFrom(base.filled())
                  .beside(draftOffers.removal(context, base, form));
          SaveOutcome outcome = saved(base, form, version, asked);
          if (outcome instanceof SavedMerged done) {
            leadTo(context, done.saved().version());
          } else if (outcome instanceof AskedFirst first) {
            racePage.ask(context, Race.of(first.rebase(), asked), form);
          }
        },
        problem -> {
          @Nullable Race race = asked.wasAsked() ? race(base, form, asked) : null;
          if (race != null) {
            racePage.refuse(context, race, form, problem);
          } else if (problem.problem() instanceof StaleBaseException stale) {
            stale(context, base, form, stale);
          } else {
            @Nullable String notice = parent(context, form).warning(EditNotices.allIsNew());
            refused(context, base, form, notice, problem);
          }
        });
  }

  private static @Nullable String question(WrittenOn base, VersionForm form, ScriptText text) {
    if (text.sizeBytes() == 0) {
      return Messages.text("edit.empty");
    }
    return base.isParents(text) ? EditNotices.sameText(form.parent()) : null;
  }

  private static void leadTo(Context context, Version version) {
    AuthorName.remember(context, version.author().name());
    context.redirect(Urls.saved(version.scriptId(), version.versionNumber()), HttpStatus.SEE_OTHER);
  }

  /** What can be told of the form by itself, so that all of it is told at once. */
  private Runnable[] checks(WrittenOn base, VersionForm form) {
    List<Runnable> checks = new ArrayList<>();
    checks.add(() -> versionManager.checkSize(base.text(form)));
    if (base.script().descriptionRequired()) {
      checks.add(() -> ChangeDescription.required(form.changeDescription()));
    }
    checks.add(() -> Author.named(form.author()));
    if (form.alternate().isChosen()) {
      checks.add(() -> Branch.checkedName(form.alternate().name()));
    }
    return checks.toArray(Runnable[]::new);
  }

  /** What was typed about the change; where nothing was, a line made from the change. */
  private String description(Context context, WrittenOn base, VersionForm form, ScriptText text) {
    String typed = form.changeDescription().replace("\r\n", "\n").strip();
    if (!typed.isEmpty()) {
      return typed;
    }
    ScriptText before = parent(context, form).text();
    return ChangeSummary.of(comparisons.compare(base.script(), before, text));
  }

  private SaveOutcome saved(
      WrittenOn base, VersionForm form, NewVersion.Builder version, RaceForm asked) {
    if (form.alternate().isChosen()) {
      NewVersion alternate = version.branch(form.alternate().name()).build();
      return new SavedMerged(
          SavedOnce.now(versionManager.saveOnNewBranch(alternate, form.origin())));
    }
    return rebaseHandler.save(
        version.branch(base.branch().name()).baseVersion(form.baseVersion()).build(),
        null,
        rebase -> Race.of(rebase, asked).text());
  }

  private void preview(Context context, VersionForm form) {
    WrittenOn base = read(context, form);
    ReadText parent = parent(context, form);
    @Nullable String notice = previewNotice(base, form, parent);
    FIELDS.attempt(
        () -> {
          ScriptText text = base.text(form);
          versionManager.checkSize(text);
          DiffView preview = DiffView.of(comparisons.compare(base.script(), parent.text(), text));
          @Nullable String question = question(base, form, text);
          answer(context, 200, EditModel.previewed(base, form, notice, question, preview));
        },
        problem -> refused(context, base, form, notice, problem));
  }

  /** Answers with the preview alone, for a page that is there already. */
  private void previewLive(Context context, VersionForm form) {
    WrittenOn base = read(context, form);
    ReadText parent = parent(context, form);
    FIELDS.attempt(
        () -> {
          ScriptText text = base.text(form);
          versionManager.checkSize(text);
          DiffView diff = DiffView.of(comparisons.compare(base.script(), parent.text(), text));
          @Nullable String notice = previewNotice(base, form, parent);
          answer(context, 200, new LivePreview(ChangeSentence.of(diff), notice, diff));
        },
        problem ->
            answer(
                context,
                problem.status(),
                new LivePreview(problem.problem().sentence(), null, null)));
  }

  private static @Nullable String previewNotice(WrittenOn base, VersionForm form, ReadText parent) {
    @Nullable String damage = parent.warning(EditNotices.allIsNew());
    return damage != null || form.alternate().isChosen()
        ? damage
        : EditNotices.newerHead(base.branch(), form);
  }

  private void stale(Context context, WrittenOn base, VersionForm form, StaleBaseException stale) {
    int head = VersionForm.orNone(stale.headVersion());
    ReadText headText =
        versionManager.view(base.script().scriptId(), view -> ReadText.of(view, head));
    DiffView preview =
        DiffView.of(comparisons.compare(base.script(), headText.text(), base.text(form)));
    String notice = EditNotices.stale(stale, head, headText, form, base.branch());
    answer(context, 409, EditModel.previewed(base, form.basedOn(head), notice, null, preview));
  }

  /** Shows the form again, without an uploaded file that cannot be saved. */
  private void refused(
      Context context,
      WrittenOn base,
      VersionForm form,
      @Nullable String notice,
      FormProblem problem) {
    @Nullable String told =
        problem.notice() == null
            ? notice
            : problem.notice() + " " + Messages.text("edit.text_kept");
    refused(context, problem.status(), base, form, told, problem.errors());
  }

  private void refused(
      Context context, WrittenOn base, VersionForm form, Map<String, String> errors) {
    @Nullable String notice = parent(context, form).warning(EditNotices.allIsNew());
    refused(context, 422, base, form, notice, errors);
  }

  private void refused(
      Context context,
      int status,
      WrittenOn base,
      VersionForm form,
      @Nullable String notice,
      Map<String, String> errors) {
    boolean leavesFile = errors.containsKey("content") && form.hasFile();
    Map<String, String> told = new LinkedHashMap<>(errors);
    if (leavesFile) {
      told.computeIfPresent(
          "content", (field, error) -> error + " " + Messages.text("edit.file_left_out"));
    }
    VersionForm kept = leavesFile ? form.withoutFile() : form;
    answer(context, status, EditModel.refused(base, kept, told, notice));
  }

  private WrittenOn read(Context context, VersionForm form) {
    return versionManager.view(context.pathParam("script_id"), view -> WrittenOn.read(view, form));
  }

  /** The text that the form is saved on top of, for what is compared with it. */
  private ReadText parent(Context context, VersionForm form) {
    return versionManager.view(
        context.pathParam("script_id"), view -> ReadText.of(view, form.parent()));
  }

  private void answer(Context context, int status, EditModel model) {
    pages.answer(context, status, TEMPLATE, model);
  }

  private void answer(Context context, int status, LivePreview preview) {
    pages.answer(context, status, "edit/preview", preview);
  }
}
