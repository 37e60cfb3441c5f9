package prismq.t.script.versioning.rollback;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.edit.RacePage;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.ChangeDescription;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.RollbackHandler;
import prismq.t.script.versioning.history.RollbackHandler.Rollback;
import prismq.t.script.versioning.history.SaveOutcome;
import prismq.t.script.versioning.history.SaveOutcome.AskedFirst;
import prismq.t.script.versioning.history.SaveOutcome.SavedMerged;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page that previews restoring a version, and restores it. */
public final class RollbackPage {
  private static final String TEMPLATE = "rollback/rollback";

  private static final FormFields FIELDS = FormFields.of("author", "change_description");

  private final VersionManager versionManager;
  private final RollbackHandler rollbackHandler;
  private final Comparisons comparisons;
  private final RacePage racePage;
  private final Pages pages;

  /**
   * Reads versions, rolls back, asks on the race page where others saved before, and compares for
   * the preview.
   */
  public RollbackPage(
      VersionManager versionManager,
      RollbackHandler rollbackHandler,
      Comparisons comparisons,
      RacePage racePage,
      Pages pages) {
    this.versionManager = versionManager;
    this.rollbackHandler = rollbackHandler;
    this.comparisons = comparisons;
    this.racePage = racePage;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param head the head of the branch it goes on; 0 if that has none
   * @param branches those it can go on
   * @param errors the errors, by field
   * @param damage why the head cannot be read; null if it can
   */
  record Model(
      Script script,
      Version to,
      int head,
      Branch branch,
      List<Branch> branches,
      DiffView diff,
      String author,
      String changeDescription,
      Map<String, String> errors,
      @Nullable String notice,
      @Nullable String damage) {
    /** Whether there is nothing to restore. */
    public boolean isSameText() {
      return damage == null && hasHead() && diff.isEmpty();
    }

    public String phraseHistoryUrl() {
      return Urls.phraseHistory(script.scriptId());
    }

    public String historyUrl() {
      return Urls.history(script.scriptId());
    }

    public boolean hasHead() {
      return head != NewVersion.NO_VERSION_YET;
    }

    public boolean isOn(Branch other) {
      return other.branchNumber() == branch.branchNumber();
    }

    /** The whole of what the rollback changes; empty if there is no head that can be read. */
    public String changesUrl() {
      return damage == null && hasHead()
          ? Urls.compare(script.scriptId(), head, to.versionNumber())
          : "";
    }

    public String action() {
      return Urls.history(script.scriptId()) + "/rollbacks";
    }

    public String versionUrl(int versionNumber) {
      return Urls.version(script.scriptId(), versionNumber);
    }
  }

  /**
   * What was asked for.
   *
   * @param branch the name of the branch that it goes on
   */
  private record Asked(int to, String branch, String author, String changeDescription) {}

  /** Answers {@code /scripts/{script_id}/rollback?to=}. */
  public void show(Context context) {
    Model model =
        versionManager
            .view(
                context.pathParam("script_id"),
                view -> {
                  Asked asked = asked(view, context);
                  return read(view, asked, Map.of(), null);
                })
            .get();
    pages.answer(context, 200, TEMPLATE, model);
  }

  private static Asked asked(ScriptView view, Context context) {
    int to = Parameters.number(context, "to", 0, 1, Integer.MAX_VALUE);
    if (to == 0) {
      throw new BadRequestException(Messages.text("rollback.no_version"));
    }
    String branch = Parameters.text(context, "branch");
    return new Asked(
        to,
        branch == null ? view.version(to).branch() : branch,
        AuthorName.known(context),
        RollbackHandler.defaultDescription(to));
  }

  /** Saves the rollback, or shows the page again with its errors. */
  public void save(Context context) {
    Script script = versionManager.script(context.pathParam("script_id"));
    Asked asked =
        new Asked(
            SentForm.versionNumber(context, "to_version"),
            SentForm.stripped(context, "branch"),
            AuthorName.sent(context).strip(),
            SentForm.stripped(context, "change_description"));
    if (SentForm.isForPreview(context)) {
      answer(context, 200, script, asked, Map.of(), null);
      return;
    }
    Map<String, String> errors =
        FIELDS.errors(
            () -> ChangeDescription.required(asked.changeDescription),
            () -> Author.named(asked.author));
    if (!errors.isEmpty()) {
      answer(context, 422, script, asked, errors, null);
      return;
    }
    FIELDS.attempt(
        () -> {
          Rollback rollback =
              new Rollback(
                  script.scriptId(),
                  asked.to,
                  asked.branch,
                  Author.named(asked.author),
                  asked.changeDescription,
                  SentForm.versionNumber(context, "base_version"));
          SaveOutcome outcome = rollbackHandler.rollbackMerged(rollback);
          if (outcome instanceof SavedMerged done) {
            Version version = done.saved().version();
            AuthorName.remember(context, version.author().name());
            context.redirect(
                Urls.saved(script.scriptId(), version.versionNumber()), HttpStatus.SEE_OTHER);
          } else if (outcome instanceof AskedFirst first) {
            racePage.ask(context, first.rebase(), rollbackHandler.version(rollback), asked.to);
          }
        },
        problem ->
            answer(
                context,
                problem.status(),
                script,
                asked,
                problem.errors(),
                problem.is(ProblemKind.STALE_BASE)
                    ? problem.notice() + " " + Messages.text("rollback.check")
                    : problem.notice()));
  }

  private void answer(
      Context context,
      int status,
      Script script,
      Asked asked,
      Map<String, String> errors,
      @Nullable String notice) {
    Model model =
        versionManager.view(script.scriptId(), view -> read(view, asked, errors, notice)).get();
    pages.answer(context, status, TEMPLATE, model);
  }

  /** Reads all that the model needs; the model is built after the view. */
  private Supplier<Model> read(
      ScriptView view, Asked asked, Map<String, String> errors, @Nullable String notice) {
    Script script = view.script();
    Version version = view.version(asked.to);
    List<Branch> inUse = view.branches().stream().filter(branch -> !branch.isArchived()).toList();
    Branch named = view.branch(asked.branch);
    Branch branch = named.isArchived() ? inUse.get(0) : named;
    Integer head = branch.headVersion();
    ScriptText restored = view.content(asked.to);
    ScriptText now = ScriptText.of("");
    @Nullable String damage = null;
    try {
      if (head != null) {
        now = view.content(head);
      }
    } catch (DamagedVersionException e) {
      damage = e.getMessage() + " " + Messages.text("rollback.damaged", asked.to);
    }
    Comparisons.PreparedComparison comparison = comparisons.of(script, now, restored);
    @Nullable String headDamage = damage;
    return () ->
        new Model(
            script,
            version,
            head == null ? NewVersion.NO_VERSION_YET : head,
            branch,
            inUse,
            DiffView.of(comparison.result()),
            asked.author,
            asked.changeDescription,
            errors,
            notice == null && named.isArchived() ? archived(named, branch) : notice,
            headDamage);
  }

  private static String archived(Branch asked, Branch instead) {
    return Messages.text("rollback.archived", asked.name(), instead.name());
  }
}
