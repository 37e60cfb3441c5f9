package prismq.t.script.versioning.web;

/** The addresses of projects, and of where scripts stand in the list. */
public final class ProjectUrls {
  /** All projects. */
  public static final String PROJECTS = "/projects";

  private ProjectUrls() {}

  /** A project's own page, for those who manage it. */
  public static String project(long projectId) {
    return PROJECTS + "/" + projectId;
  }

  /** The list of the scripts of a project. */
  public static String scripts(long projectId) {
    return Urls.SCRIPTS + "?project=" + projectId;
  }

  /** The page on which a script is put into a project, and away. */
  public static String place(String scriptId) {
    return Urls.history(scriptId) + "/place";
  }
}
