package prismq.t.script.versioning.review;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page on which people are asked for a review of a version. */
public final class AskReviewPage {
  private static final FormFields FIELDS = FormFields.of("reviewers", "deadline", "message");

  private final VersionManager versionManager;
  private final Candidates candidates;
  private final Reviews reviews;
  private final Reviewing reviewing;
  private final Pages pages;

  /** Offers whom the one finds, and asks by the other. */
  public AskReviewPage(
      VersionManager versionManager,
      Candidates candidates,
      Reviews reviews,
      Reviewing reviewing,
      Pages pages) {
    this.versionManager = versionManager;
    this.candidates = candidates;
    this.reviews = reviews;
    this.reviewing = reviewing;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param from the left version of a comparison; null for a review of the version alone
   * @param arePossible whether anybody has an account
   * @param lapse why nobody can be asked about this version; null where they can
   */
  record Model(
      Script script,
      @Nullable Integer from,
      Version version,
      boolean arePossible,
      @Nullable ReviewLapse lapse,
      ReviewRule rule,
      AskForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    public String url() {
      return Urls.askForReview(script.scriptId(), from, version.versionNumber());
    }

    /** What the review would be of. */
    public String ofWhatUrl() {
      return from == null
          ? Urls.version(script.scriptId(), version.versionNumber())
          : Urls.compare(script.scriptId(), from, version.versionNumber());
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
                  Requester.of(context),
                  version.scriptId(),
                  form.review(from(context), version.versionNumber()));
          context.redirect(asked.url(), HttpStatus.SEE_OTHER);
        },
        problem -> again(context, version, form, problem));
  }

  private AskForm empty(Version version) {
    String scriptId = version.scriptId();
    Set<Long> makers = reviews.makers(scriptId, version.versionNumber());
    return AskForm.empty(candidates, makers, scriptId);
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
            from(context),
            version,
            candidates.exist(),
            reviews.lapse(scriptId, version.versionNumber()),
            reviews.rule(scriptId),
            form,
            errors,
            notice);
    pages.answer(context, status, "review/ask", model);
  }

  /** The left version of a comparison in the address; null for none. */
  private static @Nullable Integer from(Context context) {
    int from = Parameters.number(context, "from", 0, 1, 999_999_999);
    return from == 0 ? null : from;
  }

  private Version version(Context context) {
    return versionManager.view(context.pathParam("script_id"), view -> version(view, context));
  }

  private static Version version(ScriptView view, Context context) {
    String number = context.pathParam("version_number");
    if (!number.matches("\\d{1,9}")) {
      throw NotFoundException.version(view.script(), "“" + number + "”");
    }
    @Nullable Integer from = from(context);
    if (from != null) {
      view.version(from);
    }
    return view.version(Integer.parseInt(number));
  }
}
