package prismq.t.script.versioning.project.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.project.Project;
import prismq.t.script.versioning.project.Projects;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.ProjectUrls;
import prismq.t.script.versioning.web.SentForm;

/** The page with all projects, on which new ones are made. */
public final class ProjectsPage {
  private static final FormFields FIELDS = FormFields.of("name");

  private final Projects projects;
  private final Pages pages;

  /** Shows and makes these projects. */
  public ProjectsPage(Projects projects, Pages pages) {
    this.projects = projects;
    this.pages = pages;
  }

  /** A project in the list. */
  record ProjectRow(Project project, boolean mayManage) {
    public String scriptsUrl() {
      return ProjectUrls.scripts(project.id());
    }

    public String url() {
      return ProjectUrls.project(project.id());
    }
  }

  /**
   * What the template shows.
   *
   * @param name typed for a new project
   */
  record Model(
      List<ProjectRow> projects,
      String name,
      Map<String, String> errors,
      @Nullable String notice) {}

  /** Answers {@code /projects}. */
  public void show(Context context) {
    answer(context, 200, "", Map.of(), null);
  }

  /** Makes a project, and leads to its page. */
  public void make(Context context) {
    String name = SentForm.stripped(context, "name");
    FIELDS.attempt(
        () -> context.redirect(ProjectUrls.project(projects.make(name).id()), HttpStatus.SEE_OTHER),
        problem -> answer(context, problem.status(), name, problem.errors(), problem.notice()));
  }

  private void answer(
      Context context,
      int status,
      String name,
      Map<String, String> errors,
      @Nullable String notice) {
    Requester requester = Requester.of(context);
    Set<Long> managed =
        projects.list(requester, Right.MANAGE).stream()
            .map(Project::id)
            .collect(Collectors.toSet());
    List<ProjectRow> rows =
        projects.list(requester, Right.READ).stream()
            .map(project -> new ProjectRow(project, managed.contains(project.id())))
            .toList();
    pages.answer(context, status, "project/projects", new Model(rows, name, errors, notice));
  }
}
