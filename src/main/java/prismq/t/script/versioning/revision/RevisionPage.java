package prismq.t.script.versioning.revision;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.revision.RevisedDraft;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page with the pages of a revision, and an asterisk beside each line that changed. */
public final class RevisionPage {
  private final Revisions revisions;
  private final Pages pages;

  /** Shows what the first lays out. */
  public RevisionPage(Revisions revisions, Pages pages) {
    this.revisions = revisions;
    this.pages = pages;
  }

  /** A file to download. */
  record PdfLink(String title, String url) {}

  /**
   * What the template shows.
   *
   * @param html the pages, all text escaped
   */
  record Model(
      Script script,
      PrintedScreenplay printed,
      List<PageInstruction> instructions,
      List<ScriptRevision> all,
      String html) {
    public ScriptRevision revision() {
      return printed.shown();
    }

    public boolean isRevisedOnly() {
      return printed.isRevisedOnly();
    }

    public boolean isAllMarks() {
      return printed.marks() == MarkedRevisions.ALL;
    }

    /** Whether there is one before. */
    public boolean isFirst() {
      return revision().place() == 0;
    }

    public boolean isEmpty() {
      return printed.sheets().isEmpty();
    }

    public int pageCount() {
      return printed.draft().sheets().size();
    }

    public int revisedCount() {
      return printed.draft().revisedSheets().size();
    }

    public String revisionsUrl() {
      return Urls.revisions(script.scriptId());
    }

    public String versionUrl() {
      return Urls.version(script.scriptId(), revision().versionNumber());
    }

    public @Nullable String compareUrl() {
      return isFirst()
          ? null
          : Urls.compare(
              script.scriptId(),
              printed.revisions().get(revision().place() - 1).versionNumber(),
              revision().versionNumber());
    }

    public @Nullable String earlierUrl() {
      return isFirst() ? null : url(all.get(revision().place() - 1), isRevisedOnly());
    }

    public @Nullable String laterUrl() {
      int next = revision().place() + 1;
      return next == all.size() ? null : url(all.get(next), isRevisedOnly());
    }

    public String allPagesUrl() {
      return url(revision(), false);
    }

    public String revisedPagesUrl() {
      return url(revision(), true);
    }

    private String url(ScriptRevision of, boolean isRevised) {
      return address(of, isRevised, printed.marks());
    }

    public String otherMarksUrl() {
      MarkedRevisions other = isAllMarks() ? MarkedRevisions.ACTIVE : MarkedRevisions.ALL;
      return address(revision(), isRevisedOnly(), other);
    }

    private String address(ScriptRevision of, boolean isRevised, MarkedRevisions marks) {
      return Urls.revision(
          script.scriptId(), of.versionNumber(), isRevised, marks == MarkedRevisions.ALL);
    }

    /** Whole or revised pages on either paper. */
    public List<PdfLink> pdfs(boolean isRevised) {
      List<PdfLink> links = new ArrayList<>();
      for (PaperSize paper : PaperSize.values()) {
        String url =
            Urls.screenplayPdf(script.scriptId(), revision().versionNumber(), isRevised)
                + "&paper="
                + paper.parameter()
                + (isAllMarks() ? "&marks=all" : "");
        links.add(new PdfLink(paper.title(), url));
      }
      return links;
    }
  }

  /** Answers {@code /scripts/{script_id}/revisions/{version_number}}. */
  public void show(Context context) {
    pages.show(context, "revision/revision", () -> model(context));
  }

  private Model model(Context context) {
    String scriptId = context.pathParam("script_id");
    String number = context.pathParam("version_number");
    boolean isRevisedOnly = Parameters.flag(context, "revised_only");
    MarkedRevisions marks = MarkedRevisions.of(context);
    RevisionList list = revisions.list(scriptId);
    ScriptRevision revision =
        list.revisions().stream()
            .filter(one -> Integer.toString(one.versionNumber()).equals(number))
            .findFirst()
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemKind.NOT_FOUND,
                        FilledMessage.of("revision.not_one", number, scriptId)));
    RevisedDraft draft = revisions.draft(list, revision);
    PrintedScreenplay printed =
        new PrintedScreenplay(
            list.script().title(),
            draft,
            list.revisions().subList(0, revision.place() + 1),
            marks,
            isRevisedOnly);
    return new Model(
        list.script(),
        printed,
        PageInstruction.of(draft),
        list.revisions(),
        RevisionHtml.of(printed));
  }
}
