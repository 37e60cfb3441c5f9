package prismq.t.script.versioning.transfer.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.transfer.imports.ImportSummary;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Urls;

/** The pages to import a history: a file is uploaded, previewed, and imported on confirmation. */
public final class ImportPage {
  /** The largest body of an upload that is taken, in bytes: the files, and what is around them. */
  public static final long BODY_LIMIT = UploadReader.MAX_BYTES + 1_000_000;

  private static final FormFields FIELDS = FormFields.of();
  private static final FormFields CHOICES = FormFields.of("script_id", "title", "author");
  private static final int MAX_FIELD_LENGTH = 4_096;

  private final ImportJobs jobs;
  private final Pages pages;
  private final UploadReader reader = new UploadReader();

  /** Hands what is uploaded to these jobs. */
  public ImportPage(ImportJobs jobs, Pages pages) {
    this.jobs = jobs;
    this.pages = pages;
  }

  /**
   * What the form for an upload shows.
   *
   * @param alert sentences on why there is nothing else to show; null for none
   * @param errors what is wrong with what was uploaded, by field
   */
  record Model(List<Format> formats, @Nullable String alert, Map<String, String> errors) {
    public long largest() {
      return UploadReader.MAX_BYTES;
    }

    public int mostFiles() {
      return UploadReader.MAX_FILES;
    }
  }

  /** Answers {@code /import}. */
  public void show(Context context) {
    answer(context, 200, null, Map.of());
  }

  private void answer(
      Context context, int status, @Nullable String alert, Map<String, String> errors) {
    pages.answer(context, status, "transfer/import", new Model(Formats.listed(), alert, errors));
  }

  /** Takes an upload, and redirects to its page. */
  public void upload(Context context) throws IOException {
    FIELDS.attempt(
        () -> {
          ImportJob job = added(context, reader.read(context));
          context.redirect(Urls.importJob(job.id()), HttpStatus.SEE_OTHER);
        },
        problem ->
            answer(
                context,
                problem.status(),
                null,
                Map.of("upload", String.valueOf(problem.notice()))));
  }

  private ImportJob added(Context context, Upload upload) throws IOException {
    try {
      Format format = Formats.of(upload);
      Choices choices = Formats.proposed(format, upload, AuthorName.known(context));
      return jobs.add(Requester.of(context), upload, format, choices);
    } catch (IOException | RuntimeException e) {
      upload.close();
      throw e;
    }
  }

  /** Answers {@code /import/{import_id}}. */
  public void showJob(Context context) {
    job(context).ifPresent(job -> pages.answer(context, 200, "transfer/import-job", view(job)));
  }

  /** Answers a page that shows the progress with what has changed since. */
  public void progress(Context context) {
    Optional<ImportJob> found = jobs.find(context.pathParam("import_id"), Requester.of(context));
    @Nullable String given = context.queryParam("shown");
    String shown = given == null ? "" : given;
    if (found.isEmpty()) {
      // The page itself says what became of it.
      context.header("HX-Refresh", "true").status(HttpStatus.NO_CONTENT);
      return;
    }
    JobView view = view(found.get());
    if (view.shown().equals(shown)) {
      context.header("Cache-Control", "no-store").status(HttpStatus.NO_CONTENT);
    } else if (view.isSameButForProgress(shown)) {
      pages.answer(context, 200, "transfer/import-job :: how-far", view);
    } else {
      context.header("HX-Retarget", "#import").header("HX-Reselect", "#import");
      pages.answer(context, 200, "transfer/import-job", view);
    }
  }

  /** Previews it again, with what was chosen. */
  public void preview(Context context) {
    job(context)
        .ifPresent(
            job -> {
              Choices choices = choices(context, job);
              Map<String, String> errors = errors(job, choices);
              if (errors.isEmpty()) {
                jobs.preview(job, choices, null);
                redirect(context, job);
              } else {
                refuse(context, job, choices, errors);
              }
            });
  }

  /** Imports it, if the choices are those previewed. */
  public void start(Context context) {
    job(context)
        .ifPresent(
            job -> {
              Choices choices = choices(context, job);
              Map<String, String> errors = errors(job, choices);
              if (!errors.isEmpty()) {
                refuse(context, job, choices, errors);
                return;
              }
              if (choices.leadToTheSameAs(job.choices()) || job.stage() != Stage.PREVIEWED) {
                jobs.start(job, choices);
                remember(context, job);
              } else {
                jobs.preview(job, choices, FilledMessage.of("import.chosen_otherwise"));
              }
              redirect(context, job);
            });
  }

  /** Stops it. */
  public void cancel(Context context) {
    job(context)
        .ifPresent(
            job -> {
              jobs.cancel(job);
              redirect(context, job);
            });
  }

  /** Answers with the whole log as plain text. */
  public void log(Context context) {
    job(context)
        .ifPresent(
            job -> {
              StringWriter log = new StringWriter();
              PrintWriter out = new PrintWriter(log);
              JobView view = view(job);
              out.println(view.said());
              if (view.problem() != null) {
                out.println(view.problem());
              }
              @Nullable ImportSummary summary = view.summary();
              if (summary != null) {
                summary.printWhole(out, view.took());
              }
              context.header("Cache-Control", "no-store");
              context.contentType("text/plain; charset=utf-8").result(log.toString());
            });
  }

  private JobView view(ImportJob job) {
    return JobView.of(job, jobs.ahead(job), job.choices(), Map.of());
  }

  private void refuse(Context context, ImportJob job, Choices choices, Map<String, String> errors) {
    JobView view = JobView.of(job, jobs.ahead(job), choices, errors);
    pages.answer(context, 422, "transfer/import-job", view);
  }

  /** What is wrong with what was typed; what is left blank is made up from the source. */
  private static Map<String, String> errors(ImportJob job, Choices choices) {
    List<Runnable> checks = new ArrayList<>();
    if (job.format().asks("SCRIPT") && !choices.script().isEmpty()) {
      checks.add(() -> Script.checkedId(choices.script()));
    }
    if (job.format().asks("TITLE") && !choices.title().isBlank()) {
      checks.add(() -> Script.checkedTitle(choices.title()));
    }
    if (job.format().asks("AUTHOR") && !choices.author().isBlank()) {
      checks.add(() -> Author.named(choices.author()));
    }
    return CHOICES.errors(checks.toArray(Runnable[]::new));
  }

  /** The job that the address names; if there is none, the answer says so. */
  private Optional<ImportJob> job(Context context) {
    Optional<ImportJob> job = jobs.find(context.pathParam("import_id"), Requester.of(context));
    if (job.isEmpty()) {
      answer(context, 404, Messages.text("import.gone"), Map.of());
    }
    return job;
  }

  private static void redirect(Context context, ImportJob job) {
    context.redirect(Urls.importJob(job.id()), HttpStatus.SEE_OTHER);
  }

  private static void remember(Context context, ImportJob job) {
    String author = job.choices().author();
    if (job.format().asks("AUTHOR") && !author.isBlank()) {
      AuthorName.remember(context, author);
    }
  }

  /** What the form says; for what it does not ask, what was chosen before. */
  private static Choices choices(Context context, ImportJob job) {
    Choices before = job.choices();
    return new Choices(
        field(context, "script_id", before.script()),
        field(context, "title", before.title()),
        field(context, "author", before.author()),
        field(context, "path", before.path()),
        field(context, "project", before.project()),
        field(context, "order", before.order()),
        field(context, "encoding", before.encoding()),
        field(context, "zip_names", before.zipNames()));
  }

  private static String field(Context context, String name, String preset) {
    String value = context.formParam(name);
    return value == null ? preset : PlainText.line(value, MAX_FIELD_LENGTH);
  }
}
