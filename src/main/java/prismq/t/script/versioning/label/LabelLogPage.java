package prismq.t.script.versioning.label;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.label.LabelRules.LabelLogEntry;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page that tells what became of the labels of a script. */
public final class LabelLogPage {
  private static final int ENTRIES_A_PAGE = 100;

  private final VersionManager versionManager;
  private final LabelRules rules;
  private final Pages pages;

  /** Reads the log from the second. */
  public LabelLogPage(VersionManager versionManager, LabelRules rules, Pages pages) {
    this.versionManager = versionManager;
    this.rules = rules;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param entries newest first
   */
  record Model(Script script, List<LabelLogEntry> entries, @Nullable String olderUrl) {
    public String labelsUrl() {
      return Urls.labels(script.scriptId());
    }

    public String versionUrl(int version) {
      return Urls.version(script.scriptId(), version);
    }
  }

  /** Answers {@code /scripts/{script_id}/labels/log}. */
  public void show(Context context) {
    String scriptId = context.pathParam("script_id");
    int before = Parameters.number(context, "before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    pages.show(context, "label/log", () -> model(scriptId, before));
  }

  private Model model(String scriptId, int before) {
    List<LabelLogEntry> entries = rules.log(scriptId, before, ENTRIES_A_PAGE + 1);
    boolean hasOlder = entries.size() > ENTRIES_A_PAGE;
    List<LabelLogEntry> shown = hasOlder ? entries.subList(0, ENTRIES_A_PAGE) : entries;
    return new Model(
        versionManager.script(scriptId),
        shown,
        hasOlder ? Urls.labelLogBefore(scriptId, shown.get(shown.size() - 1).id()) : null);
  }
}
