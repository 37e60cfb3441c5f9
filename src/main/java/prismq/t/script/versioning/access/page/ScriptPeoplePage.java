package prismq.t.script.versioning.access.page;

import io.javalin.http.Context;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.access.page.AudienceForms.FormTarget;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.ProjectUrls;
import prismq.t.script.versioning.web.Urls;

/** The page on which those who manage a script see and say who works on it. */
public final class ScriptPeoplePage {
  private final VersionManager versionManager;
  private final AudienceForms forms;
  private final Pages pages;

  /** Shows and changes by these forms who works on scripts. */
  public ScriptPeoplePage(VersionManager versionManager, AudienceForms forms, Pages pages) {
    this.versionManager = versionManager;
    this.forms = forms;
    this.pages = pages;
  }

  /** What the template shows. */
  record Model(Script script, AudienceView audience) {
    public String placeUrl() {
      return ProjectUrls.place(script.scriptId());
    }

    public String feedUrl() {
      return Urls.feed(script.scriptId());
    }
  }

  /** Answers {@code /scripts/{script_id}/people}. */
  public void show(Context context) {
    answer(context, 200, forms.view(context, target(context)));
  }

  /** Names somebody with a right, new or in place of another one. */
  public void give(Context context) {
    forms.give(context, target(context), (status, view) -> answer(context, status, view));
  }

  /** Names somebody no longer. */
  public void remove(Context context) {
    forms.remove(context, target(context), (status, view) -> answer(context, status, view));
  }

  /** Restricts the script to those who are named, or opens it to everybody. */
  public void restrict(Context context) {
    forms.restrict(context, target(context), (status, view) -> answer(context, status, view));
  }

  private static FormTarget target(Context context) {
    String scriptId = context.pathParam("script_id");
    return new FormTarget(new Thing.GuardedScript(scriptId), scriptId, Urls.scriptPeople(scriptId));
  }

  private void answer(Context context, int status, AudienceView view) {
    Script script = versionManager.script(context.pathParam("script_id"));
    pages.answer(context, status, "access/people", new Model(script, view));
  }
}
