package prismq.t.script.versioning.rollback;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.RollbackHandler;
import prismq.t.script.versioning.history.RollbackHandler.Rollback;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.AuthorCookie;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page that shows what bringing back a version changes, and brings it back. */
public final class RollbackPage {
  private static final FormFields FIELDS = FormFields.of("author", "change_description");

  private final VersionManager versionManager;
  private final RollbackHandler rollbackHandler;
  private final Comparisons comparisons;
  private final Pages pages;

  /** Reads, rolls back and compares for the preview by these. */
  public RollbackPage(
      VersionManager versionManager,
      RollbackHandler rollbackHandler,
      Comparisons comparisons,
      Pages pages) {
    this.versionManager = versionManager;
    this.rollbackHandler = rollbackHandler;
    this.comparisons = comparisons;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param head the head of the branch it goes on; 0 where that has none
   * @param branches those it can go on
   * @param errors what to mend, by field
   * @param damage why the head cannot be read; null where it can
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
    /** Whether there is nothing to bring back. */
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

    /** The whole of what the rollback changes; empty where there is no head that can be read. */
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

  /** Answers {@code /scripts/{script_id}/rollback?to=}. */
  public void show(Context context) {
    Script script = versionManager.script(context.pathParam("script_id"));
    int to = Parameters.number(context, "to", 0, 1, Integer.MAX_VALUE);
    if (to == 0) {
      throw new BadRequestException(
          "The parameter to is missing: the number of the version that should come back.");
    }
    String branch = Parameters.text(context, "branch");
    answer(
        context,
        200,
        script,
        to,
        branch == null ? versionManager.version(script.scriptId(), to).branch() : branch,
        AuthorCookie.read(context),
        RollbackHandler.defaultDescription(to),
        Map.of(),
        null);
  }

  /** Saves the rollback, or shows the page again with what is to be mended. */
  public void save(Context context) {
    Script script = versionManager.script(context.pathParam("script_id"));
    int to = SentForm.versionNumber(context, "to_version");
    String branch = SentForm.stripped(context, "branch");
    String author = SentForm.stripped(context, "author");
    String description = SentForm.stripped(context, "change_description");
    if (SentForm.isForPreview(context)) {
      answer(context, 200, script, to, branch, author, description, Map.of(), null);
      return;
    }
    FIELDS.attempt(
        () -> {
          Version version =
              rollbackHandler.rollback(
                  new Rollback(
                      script.scriptId(),
                      to,
                      branch,
                      Author.named(author),
                      description,
                      SentForm.versionNumber(context, "base_version")));
          AuthorCookie.write(context, version.author().name());
          context.redirect(
              Urls.selected(script.scriptId(), version.versionNumber()), HttpStatus.SEE_OTHER);
        },
        problem ->
            answer(
                context,
                problem.status(),
                script,
                to,
                branch,
                author,
                description,
                problem.errors(),
                problem.is(ProblemKind.STALE_BASE)
                    ? problem.notice()
                        + " Look at what the rollback changes now, and confirm again."
                    : problem.notice()));
  }

  private void answer(
      Context context,
      int status,
      Script script,
      int to,
      String branchName,
      String author,
      String changeDescription,
      Map<String, String> errors,
      @Nullable String notice) {
    String scriptId = script.scriptId();
    Version version = versionManager.version(scriptId, to);
    List<Branch> inUse =
        versionManager.branches(scriptId).stream().filter(branch -> !branch.isArchived()).toList();
    Branch asked = versionManager.branch(scriptId, branchName);
    Branch branch = asked.isArchived() ? inUse.get(0) : asked;
    Integer head = branch.headVersion();
    int headVersion = head == null ? NewVersion.NO_VERSION_YET : head;
    ScriptText restored = versionManager.content(scriptId, to);
    ScriptText now = ScriptText.of("");
    @Nullable String damage = null;
    try {
      if (head != null) {
        now = versionManager.content(scriptId, head);
      }
    } catch (DamagedVersionException e) {
      damage = e.getMessage() + " So all of version " + to + " counts as new here.";
    }
    DiffView diff = DiffView.of(comparisons.compare(now, restored));
    pages.answer(
        context,
        status,
        "rollback/rollback",
        new Model(
            script,
            version,
            headVersion,
            branch,
            inUse,
            diff,
            author,
            changeDescription,
            errors,
            notice == null && asked.isArchived() ? archived(asked, branch) : notice,
            damage));
  }

  private static String archived(Branch asked, Branch instead) {
    return "“" + asked.name() + "” is archived, so this goes on “" + instead.name() + "”.";
  }
}
