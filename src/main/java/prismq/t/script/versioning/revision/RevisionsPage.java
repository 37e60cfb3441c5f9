package prismq.t.script.versioning.revision;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.revision.LabelScheme;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.revision.Revisions.RevisionSummary;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Urls;

/** The page with the revisions of a screenplay, where they are chosen from its labels. */
public final class RevisionsPage {
  private static final FormFields FIELDS =
      FormFields.of("labels", "colors", "scheme", "locked_from");

  private final VersionManager versionManager;
  private final Revisions revisions;
  private final Pages pages;

  /** Shows and changes what the second keeps. */
  public RevisionsPage(VersionManager versionManager, Revisions revisions, Pages pages) {
    this.versionManager = versionManager;
    this.revisions = revisions;
    this.pages = pages;
  }

  /**
   * A revision in the list.
   *
   * @param before the version of the one before; null for the first
   */
  record RevisionRow(String scriptId, RevisionSummary summary, @Nullable Integer before) {
    public ScriptRevision revision() {
      return summary.revision();
    }

    public String versionUrl() {
      return Urls.version(scriptId, revision().versionNumber());
    }

    public String pagesUrl() {
      return Urls.revision(scriptId, revision().versionNumber());
    }

    /** As pages, with what changed since the one before; null for the first. */
    public @Nullable String compareUrl() {
      return before == null ? null : Urls.compare(scriptId, before, revision().versionNumber());
    }

    public String pdfUrl() {
      return Urls.screenplayPdf(scriptId, revision().versionNumber(), false);
    }

    public String revisedPdfUrl() {
      return Urls.screenplayPdf(scriptId, revision().versionNumber(), true);
    }
  }

  /**
   * What the template shows.
   *
   * @param rows newest first
   * @param missing labels that no version has any longer
   * @param problem why the revisions cannot be laid out; null where they can
   */
  record Model(
      Script script,
      List<RevisionRow> rows,
      List<String> missing,
      RevisionForm form,
      Map<String, String> errors,
      @Nullable String notice,
      @Nullable String problem) {
    public String url() {
      return Urls.revisions(script.scriptId());
    }

    public String labelsUrl() {
      return Urls.labels(script.scriptId());
    }

    public List<LabelScheme> schemes() {
      return Arrays.asList(LabelScheme.values());
    }

    public int most() {
      return RevisionPlan.MAX_COUNT;
    }
  }

  /** Answers {@code /scripts/{script_id}/revisions}. */
  public void show(Context context) {
    String scriptId = context.pathParam("script_id");
    pages.show(
        context,
        "revision/revisions",
        () -> {
          RevisionPlan plan = revisions.plan(scriptId);
          RevisionForm form = RevisionForm.of(plan, versionManager.labels(scriptId));
          return model(scriptId, form, Map.of(), null);
        });
  }

  private Model model(
      String scriptId, RevisionForm form, Map<String, String> errors, @Nullable String notice) {
    RevisionList list = revisions.list(scriptId);
    List<RevisionRow> rows = new ArrayList<>();
    @Nullable String problem = null;
    try {
      @Nullable Integer before = null;
      for (RevisionSummary summary : revisions.summaries(list)) {
        rows.add(new RevisionRow(scriptId, summary, before));
        before = summary.revision().versionNumber();
      }
      Collections.reverse(rows);
    } catch (Problem e) {
      problem = e.sentence();
    }
    return new Model(list.script(), rows, list.missing(), form, errors, notice, problem);
  }

  /** Keeps what was chosen, or shows the form again with its errors. */
  public void save(Context context) {
    String scriptId = context.pathParam("script_id");
    List<Label> labels = versionManager.labels(scriptId);
    RevisionForm form = RevisionForm.sent(context, labels);
    FIELDS.attempt(
        () -> {
          revisions.save(scriptId, form.plan());
          context.redirect(Urls.revisions(scriptId), HttpStatus.SEE_OTHER);
        },
        problem ->
            pages.answer(
                context,
                problem.status(),
                "revision/revisions",
                model(scriptId, form, problem.errors(), problem.notice())));
  }
}
