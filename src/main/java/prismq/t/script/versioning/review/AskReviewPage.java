package prismq.t.script.versioning.review;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Urls;

/** The page on which people are asked for a review of a version. */
public final class AskReviewPage {
  private static final FormFields FIELDS = FormFields.of("reviewers", "deadline", "message");

  private final VersionManager versionManager;
  private final Reviews reviews;
  private final Reviewing reviewing;
  private final Pages pages;

  /** Offers whom the one finds, and asks by the other. */
  public AskReviewPage(
      VersionManager versionManager, Reviews reviews, Reviewing reviewing, Pages pages) {
    this.versionManager = versionManager;
    this.reviews = reviews;
    this.reviewing = reviewing;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param arePossible whether anybody has an account
   * @param lapse why nobody can be asked about this version; null where they can
   */
  record Model(
      Script script,
      Version version,
      boolean arePossible,
      @Nullable ReviewLapse lapse,
      ReviewRule rule,
      AskForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    public String url() {
      return Urls.askForReview(script.scriptId(), version.versionNumber());
    }

    public String versionUrl() {
      return Urls.version(script.scriptId(), version.versionNumber());
    }

    /** Roles to choose from; any other can be typed. */
    public List<String> roles() {
      return ReviewerRole.usual();
    }
  }

  /** Answers {@code /scripts/{script_id}/versions/{version_number}/reviews}. */
  public void show(Context context) {
    Version version = version(context);
    answer(context, 200, version, empty(version), Map.of(), null);
  }

  /** Asks, or shows the form again with its errors. */
  public void ask(Context context) {
    Version version = version(context);
    AskForm form = empty(version).sent(context);
    FIELDS.attempt(
        () -> {
          ReviewView asked =
              reviewing.ask(
                  Requester.of(context), version.scriptId(), form.review(version.versionNumber()));
          context.redirect(asked.url(), HttpStatus.SEE_OTHER);
        },
        problem -> again(context, version, form, problem));
  }

  private AskForm empty(Version version) {
    return AskForm.empty(reviews, version.scriptId(), version.versionNumber());
  }

  private void again(Context context, Version version, AskForm form, FormProblem problem) {
    answer(context, problem.status(), version, form, problem.errors(), problem.notice());
  }

  private void answer(
      Context context,
      int status,
      Version version,
      AskForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    String scriptId = version.scriptId();
    Model model =
        new Model(
            versionManager.script(scriptId),
            version,
            reviews.arePossible(),
            reviews.lapse(scriptId, version.versionNumber()),
            reviews.rule(scriptId),
            form,
            errors,
            notice);
    pages.answer(context, status, "review/ask", model);
  }

  private Version version(Context context) {
    return versionManager.view(context.pathParam("script_id"), view -> version(view, context));
  }

  private static Version version(ScriptView view, Context context) {
    String number = context.pathParam("version_number");
    if (!number.matches("\\d{1,9}")) {
      throw NotFoundException.version(view.script(), "“" + number + "”");
    }
    return view.version(Integer.parseInt(number));
  }
}
