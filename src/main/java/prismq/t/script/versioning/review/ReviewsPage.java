package prismq.t.script.versioning.review;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page with the reviews of a script, where those who manage it say how they are decided. */
public final class ReviewsPage {
  private static final FormFields FIELDS = FormFields.of("kind", "approvals", "roles");
  private static final int REVIEWS_A_PAGE = 50;

  private final VersionManager versionManager;
  private final Candidates candidates;
  private final Reviews reviews;
  private final Reviewing reviewing;
  private final GuestVerdicts guestVerdicts;
  private final Pages pages;

  /** Shows what these read, and changes the rule by reviewing. */
  public ReviewsPage(
      VersionManager versionManager,
      Candidates candidates,
      Reviews reviews,
      Reviewing reviewing,
      GuestVerdicts guestVerdicts,
      Pages pages) {
    this.versionManager = versionManager;
    this.candidates = candidates;
    this.reviews = reviews;
    this.reviewing = reviewing;
    this.guestVerdicts = guestVerdicts;
    this.pages = pages;
  }

  /** A review in the list. */
  record ReviewItem(Review review, ReviewChip chip) {
    private static ReviewItem of(Review review) {
      return new ReviewItem(review, ReviewChip.of(review));
    }

    public String url() {
      return Urls.review(review.scriptId(), review.number());
    }

    /** What it is of: “v12”, or “v3 to v12”. */
    public String ofWhat() {
      return review.ofWhat();
    }

    public String ofWhatUrl() {
      return review.ofWhatUrl();
    }
  }

  /**
   * What the template shows.
   *
   * @param items newest first
   * @param arePossible whether anybody has an account
   */
  record Model(
      Script script,
      List<ReviewItem> items,
      @Nullable String olderUrl,
      boolean arePossible,
      List<GuestVerdict> guestVerdicts,
      ReviewRule rule,
      RuleForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    /** The form to ask for a review of the latest version; null where there is none. */
    public @Nullable String askUrl() {
      return script.latestVersion() == 0
          ? null
          : Urls.askForReview(script.scriptId(), script.latestVersion());
    }

    /** What was said in all reviews, comments and suggestions. */
    public String reportUrl() {
      return Urls.reviewReport(script.scriptId());
    }

    public String ruleUrl() {
      return Urls.reviews(script.scriptId()) + "/rule";
    }

    public List<RuleKind> kinds() {
      return Arrays.asList(RuleKind.values());
    }

    public int mostApprovals() {
      return ReviewRule.MAX_REVIEWERS;
    }
  }

  /** Answers {@code /scripts/{script_id}/reviews}. */
  public void show(Context context) {
    String scriptId = context.pathParam("script_id");
    int before = Parameters.number(context, "before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    pages.show(context, "review/reviews", () -> model(scriptId, before, null, Map.of(), null));
  }

  /** Changes how reviews are decided that are asked for from now on. */
  public void changeRule(Context context) {
    String scriptId = context.pathParam("script_id");
    RuleForm form = RuleForm.sent(context);
    FIELDS.attempt(
        () -> {
          reviewing.changeRule(scriptId, form.rule());
          context.redirect(Urls.reviews(scriptId), HttpStatus.SEE_OTHER);
        },
        problem -> again(context, scriptId, form, problem));
  }

  private void again(Context context, String scriptId, RuleForm form, FormProblem problem) {
    Model model = model(scriptId, Integer.MAX_VALUE, form, problem.errors(), problem.notice());
    pages.answer(context, problem.status(), "review/reviews", model);
  }

  private Model model(
      String scriptId,
      int before,
      @Nullable RuleForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    return versionManager.view(
        scriptId, view -> model(view.script(), before, form, errors, notice));
  }

  /**
   * In the view, so that all of it is of one state.
   *
   * @param form null for the rule as it is
   */
  private Model model(
      Script script,
      int before,
      @Nullable RuleForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    String scriptId = script.scriptId();
    ReviewRule rule = reviews.rule(scriptId);
    List<Review> found = reviews.ofScript(scriptId, before, REVIEWS_A_PAGE + 1);
    boolean hasOlder = found.size() > REVIEWS_A_PAGE;
    List<Review> shown = hasOlder ? found.subList(0, REVIEWS_A_PAGE) : found;
    return new Model(
        script,
        shown.stream().map(ReviewItem::of).toList(),
        hasOlder ? Urls.reviewsBefore(scriptId, shown.get(shown.size() - 1).number()) : null,
        candidates.exist(),
        guestVerdicts.ofScript(scriptId),
        rule,
        form == null ? RuleForm.of(rule) : form,
        errors,
        notice);
  }
}
