package prismq.t.script.versioning.project.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.access.page.AudienceForms;
import prismq.t.script.versioning.access.page.AudienceForms.FormTarget;
import prismq.t.script.versioning.access.page.AudienceView;
import prismq.t.script.versioning.project.Project;
import prismq.t.script.versioning.project.Projects;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.ProjectUrls;
import prismq.t.script.versioning.web.SentForm;

/** The page on which those who manage a project look after it. */
public final class ProjectPage {
  private static final FormFields FIELDS = FormFields.of("name");

  private final Projects projects;
  private final AudienceForms forms;
  private final Pages pages;

  /** Changes these projects, and by these forms who works on them. */
  public ProjectPage(Projects projects, AudienceForms forms, Pages pages) {
    this.projects = projects;
    this.forms = forms;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param name as it was typed, where it cannot be
   * @param errors of the name
   * @param notice why the project itself was not changed
   */
  record Model(
      Project project,
      String name,
      AudienceView audience,
      Map<String, String> errors,
      @Nullable String notice) {
    public String scriptsUrl() {
      return ProjectUrls.scripts(project.id());
    }

    public String nameUrl() {
      return ProjectUrls.project(project.id()) + "/name";
    }

    public String deleteUrl() {
      return ProjectUrls.project(project.id()) + "/delete";
    }
  }

  /** Answers {@code /projects/{project_id}}. */
  public void show(Context context) {
    answer(context, 200, forms.view(context, target(context)));
  }

  /** Names somebody with a right on its scripts, new or in place of another one. */
  public void give(Context context) {
    forms.give(context, target(context), (status, view) -> answer(context, status, view));
  }

  /** Names somebody no longer. */
  public void remove(Context context) {
    forms.remove(context, target(context), (status, view) -> answer(context, status, view));
  }

  /** Restricts it to those who are named, or opens it to everybody. */
  public void restrict(Context context) {
    forms.restrict(context, target(context), (status, view) -> answer(context, status, view));
  }

  /** Gives it another name. */
  public void rename(Context context) {
    String name = SentForm.stripped(context, "name");
    attempt(
        context, name, () -> projects.rename(id(context), name), ProjectUrls.project(id(context)));
  }

  /** Deletes it, if it has no scripts. */
  public void delete(Context context) {
    Project project = projects.project(id(context));
    attempt(context, project.name(), () -> projects.remove(project.id()), ProjectUrls.PROJECTS);
  }

  private void attempt(Context context, String name, Runnable work, String next) {
    FIELDS.attempt(
        () -> {
          work.run();
          context.redirect(next, HttpStatus.SEE_OTHER);
        },
        problem ->
            pages.answer(
                context,
                problem.status(),
                "project/project",
                new Model(
                    projects.project(id(context)),
                    name,
                    forms.view(context, target(context)),
                    problem.errors(),
                    problem.notice())));
  }

  /** The gate has read it before. */
  private static long id(Context context) {
    return Long.parseLong(context.pathParam("project_id"));
  }

  private FormTarget target(Context context) {
    Project project = projects.project(id(context));
    return new FormTarget(
        new Thing.GuardedProject(project.id()), project.name(), ProjectUrls.project(project.id()));
  }

  private void answer(Context context, int status, AudienceView view) {
    Project project = projects.project(id(context));
    pages.answer(
        context,
        status,
        "project/project",
        new Model(project, project.name(), view, view.errors(), view.notice()));
  }
}
