package prismq.t.script.versioning.edit;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.ChangeDescription;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.StaleBaseException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.AuthorCookie;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page on which a new version is written or uploaded, looked at and saved. */
public final class EditPage {
  private static final ScriptText EMPTY = ScriptText.of("");

  /** Only an alternate needs the version it starts at, so that may be damaged otherwise. */
  private static final FormFields FIELDS =
      FormFields.of("content", "author", "change_description", "name", "branch")
          .about(ProblemKind.NAME_TAKEN, "name")
          .about(ProblemKind.DAMAGED_VERSION, "name")
          .about(ProblemKind.ARCHIVED_BRANCH, "branch")
          .about(ProblemKind.BAD_REQUEST, "content");

  private final VersionManager versionManager;
  private final Comparisons comparisons;
  private final Pages pages;

  /** Reads and saves by the one, and compares for previews by the other. */
  public EditPage(VersionManager versionManager, Comparisons comparisons, Pages pages) {
    this.versionManager = versionManager;
    this.comparisons = comparisons;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param errors what to mend, by field
   * @param question what the user has to agree to before this is saved
   * @param preview what saving would change; null before it is asked for
   * @param isAnswer whether the form was sent and is shown again
   */
  record Model(
      Script script,
      Branch branch,
      VersionForm form,
      Map<String, String> errors,
      @Nullable String notice,
      @Nullable String question,
      @Nullable DiffView preview,
      boolean isAnswer) {
    public String phraseHistoryUrl() {
      return Urls.phraseHistory(script.scriptId());
    }

    public String historyUrl() {
      return Urls.history(script.scriptId());
    }

    /** The page that was answered with, as an address that can be asked for again. */
    public String editUrl() {
      return Urls.with(
          Urls.edit(script.scriptId(), null),
          Map.of("branch", branch.isFirst() ? "" : branch.name()));
    }

    /** What drafts of this form are kept by in the browser, whatever the branch is called. */
    public String draftPlace() {
      return historyUrl() + " " + branch.branchNumber();
    }

    /** Whether there is a version that an alternate can start at. */
    public boolean canBranchOff() {
      return form.origin() != null;
    }

    /** Whether the form holds more than what it was first filled with, none of it saved. */
    public boolean isUnsaved() {
      return isAnswer
          && (preview == null
              || !preview.isEmpty()
              || form.hasFile()
              || !form.changeDescription().isBlank());
    }

    public String action() {
      return Urls.history(script.scriptId()) + "/versions";
    }
  }

  /**
   * What is shown of a text while it is written.
   *
   * @param said a sentence about it, which is read aloud
   * @param diff what saving would change; null where that cannot be told
   */
  record LivePreview(String said, @Nullable String notice, @Nullable DiffView diff) {
    public boolean isProblem() {
      return diff == null;
    }
  }

  /**
   * The text of a version as far as it can be had.
   *
   * @param text empty for none, and where it is damaged
   * @param damage what is damaged, in a sentence; null where nothing is
   */
  private record Reading(ScriptText text, @Nullable String damage) {
    /** What is damaged and what follows from it; null where nothing is damaged. */
    @Nullable String warning(String consequence) {
      return damage == null ? null : damage + " " + consequence;
    }
  }

  /** Answers {@code /scripts/{script_id}/edit} with the text of a version to go on from. */
  public void show(Context context) {
    Script script = versionManager.script(context.pathParam("script_id"));
    String scriptId = script.scriptId();
    String branchName = Parameters.text(context, "branch");
    int from = Parameters.number(context, "from", 0, 1, Integer.MAX_VALUE);
    if (branchName == null) {
      branchName = from == 0 ? Branch.MAIN : versionManager.version(scriptId, from).branch();
    }
    Branch branch = versionManager.branch(scriptId, branchName);
    int head = orNone(branch.headVersion());
    Reading headText = read(script, head);
    ScriptText start = from == 0 ? headText.text : versionManager.content(scriptId, from);
    Integer filledFrom = from != 0 ? Integer.valueOf(from) : branch.headVersion();
    VersionForm form =
        new VersionForm(
            start.display(),
            "",
            "",
            AuthorCookie.read(context),
            "",
            branch.name(),
            head,
            filledFrom,
            branch.isArchived() ? Alternate.CHOSEN : Alternate.NONE);
    String notice =
        branch.isArchived()
            ? archived(branch)
            : from == 0
                ? headText.warning(
                    "So this starts without a text, and is saved on top of it. To start with the text"
                        + " of another version, open that and write on from there.")
                : otherStart(from, head, headText);
    pages.answer(
        context,
        200,
        "edit/edit",
        new Model(script, branch, form, Map.of(), notice, null, null, false));
  }

  private static String archived(Branch branch) {
    return "The branch “"
        + branch.name()
        + "” is archived, so nothing is saved on it until it is brought back. What you write here can"
        + " be saved as an alternate.";
  }

  private static @Nullable String otherStart(int from, int head, Reading headText) {
    if (from == head) {
      return null;
    }
    return "This starts from the text of version "
        + from
        + ", not from the head, version "
        + head
        + ". It will be saved on top of the head."
        + (headText.damage == null ? "" : " " + headText.damage);
  }

  /** Saves what the form holds, or shows it again with a preview or with what is to be mended. */
  public void save(Context context) {
    Script script = versionManager.script(context.pathParam("script_id"));
    VersionForm form = VersionForm.sent(context);
    boolean previewOnly = SentForm.isForPreview(context);
    boolean agreed = SentForm.text(context, "agreed").equals("yes");
    Branch branch = versionManager.branch(script.scriptId(), form.branch());
    Reading base = read(script, form.parent());
    String notice = base.warning("So all of your text counts as new here.");
    if (previewOnly && notice == null && !form.alternate().isChosen()) {
      notice = newerHead(branch, form);
    }
    if (previewOnly && "true".equals(context.header("HX-Request"))) {
      previewLive(context, script, form, base, notice);
      return;
    }
    String told = notice;
    FIELDS.attempt(
        () -> {
          ScriptText text = form.text(read(script, orNone(form.filledFrom())).text);
          if (previewOnly) {
            versionManager.checkSize(text);
          }
          DiffView preview = DiffView.of(comparisons.compare(base.text, text));
          String question = question(form, base, text);
          if (previewOnly || (question != null && !agreed)) {
            int status = previewOnly ? 200 : 422;
            again(context, status, script, branch, form, Map.of(), told, question, preview);
            return;
          }
          Version version = saved(script, branch, form, text);
          AuthorCookie.write(context, version.author().name());
          context.redirect(
              Urls.selected(script.scriptId(), version.versionNumber()), HttpStatus.SEE_OTHER);
        },
        problem -> {
          if (problem.problem() instanceof StaleBaseException stale) {
            stale(context, script, branch, form, stale);
          } else {
            refused(context, script, branch, form, told, problem);
          }
        });
  }

  private Version saved(Script script, Branch branch, VersionForm form, ScriptText text) {
    NewVersion.Builder version =
        NewVersion.builder(
            script.scriptId(),
            text,
            Author.named(form.author()),
            ChangeDescription.required(form.changeDescription()));
    return form.alternate().isChosen()
        ? versionManager.saveOnNewBranch(
            version.branch(form.alternate().name()).build(), form.origin())
        : versionManager.save(
            version.branch(branch.name()).baseVersion(form.baseVersion()).build());
  }

  /** Answers with the preview alone, for a page that is there already. */
  private void previewLive(
      Context context, Script script, VersionForm form, Reading base, @Nullable String notice) {
    FIELDS.attempt(
        () -> {
          ScriptText text = form.text(read(script, orNone(form.filledFrom())).text);
          versionManager.checkSize(text);
          DiffView diff = DiffView.of(comparisons.compare(base.text, text));
          livePreview(context, 200, new LivePreview(ChangeSentence.of(diff), notice, diff));
        },
        problem ->
            livePreview(
                context,
                problem.status(),
                new LivePreview(problem.problem().withOutcome(), null, null)));
  }

  private void livePreview(Context context, int status, LivePreview preview) {
    pages.answer(context, status, "edit/preview", preview);
  }

  private static @Nullable String newerHead(Branch branch, VersionForm form) {
    int head = orNone(branch.headVersion());
    if (head <= form.baseVersion()) {
      return null;
    }
    return "Meanwhile version "
        + head
        + " was saved. This compares with "
        + (form.baseVersion() == NewVersion.NO_VERSION_YET
            ? "nothing"
            : "version " + form.baseVersion())
        + ", on which you wrote; when you save, you see first what that changes in version "
        + head
        + ".";
  }

  private static String message(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }

  private static @Nullable String question(VersionForm form, Reading base, ScriptText text) {
    if (text.sizeBytes() == 0) {
      return "The text is empty. Save an empty version?";
    }
    if (form.parent() != NewVersion.NO_VERSION_YET && text.equals(base.text)) {
      return "The text is the same as that of version "
          + form.parent()
          + ", byte for byte. Save it as a new version all the same?";
    }
    return null;
  }

  private void stale(
      Context context, Script script, Branch branch, VersionForm form, StaleBaseException e) {
    int head = orNone(e.headVersion());
    Reading headText = read(script, head);
    ScriptText text = form.text(read(script, orNone(form.filledFrom())).text);
    String wayOn =
        headText.damage == null
            ? "Below is what saving it now would change in version "
                + head
                + "; take over from there what should stay, then save again."
            : headText.damage
                + " So all of your text counts as new here. Save again to put it on top of version "
                + head
                + ".";
    String otherWay =
        form.origin() == null
            ? ""
            : " Or save it as an alternate: a branch of its own that starts at version "
                + form.origin()
                + ", beside "
                + branch.name()
                + ".";
    again(
        context,
        409,
        script,
        branch,
        form.basedOn(head),
        Map.of(),
        e.withOutcome() + " Your text is still here. " + wayOn + otherWay,
        null,
        DiffView.of(comparisons.compare(headText.text, text)));
  }

  /** Shows the form again, without an uploaded file that cannot be saved. */
  private void refused(
      Context context,
      Script script,
      Branch branch,
      VersionForm form,
      @Nullable String notice,
      FormProblem problem) {
    String told =
        problem.notice() == null ? notice : problem.notice() + " Your text is still here.";
    @Nullable String content = problem.errors().get("content");
    boolean leavesFile = content != null && form.hasFile();
    Map<String, String> errors =
        leavesFile
            ? Map.of(
                "content", content + " The uploaded file was left out; you can choose another.")
            : problem.errors();
    again(
        context,
        problem.status(),
        script,
        branch,
        leavesFile ? form.withoutFile() : form,
        errors,
        told,
        null,
        null);
  }

  private void again(
      Context context,
      int status,
      Script script,
      Branch branch,
      VersionForm form,
      Map<String, String> errors,
      @Nullable String notice,
      @Nullable String question,
      @Nullable DiffView preview) {
    pages.answer(
        context,
        status,
        "edit/edit",
        new Model(script, branch, form, errors, notice, question, preview, true));
  }

  /** Reads a version; a damaged one must not keep anybody from writing the next one. */
  private Reading read(Script script, int versionNumber) {
    if (versionNumber == NewVersion.NO_VERSION_YET) {
      return new Reading(EMPTY, null);
    }
    try {
      return new Reading(versionManager.content(script.scriptId(), versionNumber), null);
    } catch (DamagedVersionException e) {
      return new Reading(EMPTY, message(e));
    }
  }

  private static int orNone(@Nullable Integer versionNumber) {
    return versionNumber == null ? NewVersion.NO_VERSION_YET : versionNumber;
  }
}
