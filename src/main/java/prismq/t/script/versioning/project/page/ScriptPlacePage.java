package prismq.t.script.versioning.project.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.project.Pins;
import prismq.t.script.versioning.project.Project;
import prismq.t.script.versioning.project.Projects;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.LocalPath;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.ProjectUrls;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** Where a script stands in the list: its project, whether it is archived, and whether pinned. */
public final class ScriptPlacePage {
  private static final FormFields FIELDS = FormFields.of("project");

  private final VersionManager versionManager;
  private final Projects projects;
  private final ScriptRights rights;
  private final Pins pins;
  private final Pages pages;

  /** Puts scripts into these projects, and pins them. */
  public ScriptPlacePage(
      VersionManager versionManager,
      Projects projects,
      ScriptRights rights,
      Pins pins,
      Pages pages) {
    this.versionManager = versionManager;
    this.projects = projects;
    this.rights = rights;
    this.pins = pins;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param project the one it is in; null for none
   * @param projects those that it can be put into
   */
  record Model(
      Script script,
      @Nullable Project project,
      List<Project> projects,
      Map<String, String> errors,
      @Nullable String notice) {
    public String url() {
      return ProjectUrls.place(script.scriptId());
    }

    /** The list of the scripts that are in the project, too. */
    public @Nullable String scriptsUrl() {
      return project == null ? null : ProjectUrls.scripts(project.id());
    }

    public String archiveUrl() {
      return Urls.history(script.scriptId()) + (script.isArchived() ? "/unarchive" : "/archive");
    }

    public boolean isIn(Project other) {
      return other.equals(project);
    }

    public String feedUrl() {
      return Urls.feed(script.scriptId());
    }
  }

  /** Answers {@code /scripts/{script_id}/place}. */
  public void show(Context context) {
    answer(context, 200, Map.of(), null);
  }

  /** Puts it into another project, or into none. */
  public void move(Context context) {
    FIELDS.attempt(
        () -> {
          Requester requester = Requester.of(context);
          projects.move(requester, scriptId(context), chosen(context));
          // Whoever managed the script by its project does so no longer.
          Thing script = new Thing.GuardedScript(scriptId(context));
          boolean mayStill = Access.may(rights.now(requester), Right.MANAGE, script);
          context.redirect(
              mayStill ? ProjectUrls.place(scriptId(context)) : Urls.SCRIPTS, HttpStatus.SEE_OTHER);
        },
        problem -> answer(context, problem.status(), problem.errors(), problem.notice()));
  }

  private @Nullable Project chosen(Context context) {
    String id = SentForm.stripped(context, "project");
    if (id.isEmpty()) {
      return null;
    }
    return projects.list(Requester.of(context), Right.READ).stream()
        .filter(project -> Long.toString(project.id()).equals(id))
        .findFirst()
        .orElseThrow(
            () -> new InvalidInputException("project", FilledMessage.of("project.choose")));
  }

  /** Puts it away. */
  public void archive(Context context) {
    projects.archive(scriptId(context), true);
    context.redirect(ProjectUrls.place(scriptId(context)), HttpStatus.SEE_OTHER);
  }

  /** Takes it out of the archive. */
  public void unarchive(Context context) {
    projects.archive(scriptId(context), false);
    context.redirect(ProjectUrls.place(scriptId(context)), HttpStatus.SEE_OTHER);
  }

  /** Keeps it at the top of the list of whoever asks. */
  public void pin(Context context) {
    pin(context, true);
  }

  /** Lets it stand where others see it again. */
  public void unpin(Context context) {
    pin(context, false);
  }

  /** Leads back to the list as it was chosen. */
  private void pin(Context context, boolean isPinned) {
    pins.pin(Requester.of(context), scriptId(context), isPinned);
    context.redirect(LocalPath.of(SentForm.stripped(context, "list")), HttpStatus.SEE_OTHER);
  }

  private static String scriptId(Context context) {
    return context.pathParam("script_id");
  }

  private void answer(
      Context context, int status, Map<String, String> errors, @Nullable String notice) {
    Requester requester = Requester.of(context);
    Script script = versionManager.script(scriptId(context));
    pages.answer(
        context,
        status,
        "project/place",
        new Model(
            script,
            projects.ofScript(requester, script.scriptId()).orElse(null),
            projects.list(requester, Right.MANAGE),
            errors,
            notice));
  }
}
