package prismq.t.script.versioning.label;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page with the editorial record of a label, where somebody takes responsibility. */
public final class RecordPage {
  private static final FormFields FIELDS = FormFields.of("name");

  private final EditorialRecords records;
  private final Pages pages;

  /** Shows what the first makes. */
  public RecordPage(EditorialRecords records, Pages pages) {
    this.records = records;
    this.pages = pages;
  }

  /** What the template shows. */
  record Model(EditorialRecord record, boolean mayTake, @Nullable String notice) {
    public Script script() {
      return record.script();
    }

    public String versionUrl(int version) {
      return Urls.version(record.script().scriptId(), version);
    }

    public String labelsUrl() {
      return Urls.labels(record.script().scriptId());
    }

    public String takeUrl() {
      return labelsUrl() + "/record/responsibility";
    }
  }

  /** Answers {@code /scripts/{script_id}/labels/record}. */
  public void show(Context context) {
    @Nullable String name = Parameters.text(context, "name");
    answer(context, 200, name == null ? "" : name, null);
  }

  /** Takes responsibility for the words of the version that has the label. */
  public void take(Context context) {
    String name = SentForm.stripped(context, "name");
    String scriptId = context.pathParam("script_id");
    FIELDS.attempt(
        () -> {
          int version = SentForm.versionNumber(context, "version");
          records.take(Requester.of(context), scriptId, name, version);
          context.redirect(Urls.labelRecord(scriptId, name), HttpStatus.SEE_OTHER);
        },
        problem ->
            answer(context, problem.problem().status(), name, problem.problem().withOutcome()));
  }

  private void answer(Context context, int status, String name, @Nullable String notice) {
    EditorialRecord record = records.of(context.pathParam("script_id"), name);
    Requester requester = Requester.of(context);
    boolean mayTake = records.mayTake(requester) && !record.isTakenBy(requester.account());
    Model model = new Model(record, mayTake, notice);
    pages.answer(context, status, "label/record", model);
  }
}
