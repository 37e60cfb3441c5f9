package prismq.t.script.versioning.review;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.reading.LaidOutText;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page of one review, where those who were asked give their verdicts. */
public final class ReviewPage {
  private static final FormFields FIELDS = FormFields.of("verdict", "comment", "person");

  private final VersionManager versionManager;
  private final Reviews reviews;
  private final Reviewing reviewing;
  private final PassingOn passingOn;
  private final Pages pages;

  /** Shows what the one reads, and does what is sent by the other. */
  public ReviewPage(
      VersionManager versionManager,
      Reviews reviews,
      Reviewing reviewing,
      PassingOn passingOn,
      Pages pages) {
    this.versionManager = versionManager;
    this.reviews = reviews;
    this.reviewing = reviewing;
    this.passingOn = passingOn;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param pass the form to pass the turn on; null where whoever sees it may not
   * @param scenes of the version, with what became of each in a comparison; null where the text
   *     cannot be read
   * @param typed the comment that was sent and cannot be kept; empty for none
   */
  record Model(
      Script script,
      ShownReview shown,
      @Nullable PassForm pass,
      boolean mayClose,
      @Nullable LaidOutText scenes,
      String typed,
      Map<String, String> errors,
      @Nullable String notice) {
    public String reviewsUrl() {
      return Urls.reviews(script.scriptId());
    }
  }

  /** Answers {@code /scripts/{script_id}/reviews/{review_id}}. */
  public void show(Context context) {
    ReviewView view = view(context);
    answer(context, 200, ShownReview.of(view, Requester.of(context)), "", Map.of(), null);
  }

  /** Takes a verdict, or shows the form again with its errors. */
  public void give(Context context) {
    String comment = SentForm.stripped(context, "comment");
    String word = SentForm.stripped(context, "verdict");
    String scriptId = context.pathParam("script_id");
    FIELDS.attempt(
        () -> {
          ReviewView view =
              reviewing.give(
                  Requester.of(context),
                  scriptId,
                  ReviewNumber.of(context),
                  new NewVerdict(Verdict.named(word), comment, Scores.NONE));
          context.redirect(view.url(), HttpStatus.SEE_OTHER);
        },
        problem -> again(context, problem));
  }

  /** Passes the turn on. */
  public void pass(Context context) {
    String scriptId = context.pathParam("script_id");
    FIELDS.attempt(
        () -> {
          int number = ReviewNumber.of(context);
          Requester requester = Requester.of(context);
          String chosen = SentForm.stripped(context, "person");
          @Nullable Account to =
              passingOn.people(requester, reviews.view(scriptId, number)).stream()
                  .filter(account -> Long.toString(account.id()).equals(chosen))
                  .findFirst()
                  .orElse(null);
          ReviewView view = passingOn.pass(requester, scriptId, number, to);
          context.redirect(view.url(), HttpStatus.SEE_OTHER);
        },
        problem -> again(context, problem));
  }

  /** Closes the review. */
  public void close(Context context) {
    FIELDS.attempt(
        () -> {
          ReviewView view =
              reviewing.close(
                  Requester.of(context), context.pathParam("script_id"), ReviewNumber.of(context));
          context.redirect(view.url(), HttpStatus.SEE_OTHER);
        },
        problem -> again(context, problem));
  }

  private void again(Context context, FormProblem problem) {
    ShownReview shown = ShownReview.of(view(context), Requester.of(context));
    @Nullable VerdictForm form = shown.form();
    String typed = form == null ? SentForm.stripped(context, "comment") : "";
    ShownReview filled =
        form == null ? shown : new ShownReview(shown.view(), form.sent(context, problem.errors()));
    answer(context, problem.status(), filled, typed, problem.errors(), problem.notice());
  }

  private ReviewView view(Context context) {
    return reviews.view(context.pathParam("script_id"), ReviewNumber.of(context));
  }

  private void answer(
      Context context,
      int status,
      ShownReview shown,
      String typed,
      Map<String, String> errors,
      @Nullable String notice) {
    Review review = shown.view().review();
    boolean mayClose = !review.isClosed() && Reviewing.mayClose(Requester.of(context), review);
    Script script = versionManager.script(review.scriptId());
    Requester requester = Requester.of(context);
    @Nullable PassForm pass =
        passingOn.mayPass(requester, shown.view())
            ? new PassForm(passingOn.people(requester, shown.view()))
            : null;
    Model model = new Model(script, shown, pass, mayClose, scenes(review), typed, errors, notice);
    pages.answer(context, status, "review/review", model);
  }

  private record ReviewedTexts(
      @Nullable TextFormat chosen, ScriptText text, @Nullable ScriptText before) {}

  private @Nullable LaidOutText scenes(Review review) {
    try {
      ReviewedTexts texts = versionManager.view(review.scriptId(), view -> texts(view, review));
      TextFormat format = TextFormat.of(texts.chosen, texts.text);
      String url = review.ofWhatUrl() + (texts.before == null ? "" : "?view=page");
      return LaidOutText.listed(format, texts.text, texts.before).leadingTo(place -> url);
    } catch (DamagedVersionException damaged) {
      // Its own page says so, and the review can be read without.
      return null;
    }
  }

  private static ReviewedTexts texts(ScriptView view, Review review) {
    @Nullable Integer from = review.fromVersion();
    return new ReviewedTexts(
        view.script().format(),
        view.content(review.versionNumber()),
        from == null ? null : view.content(from));
  }
}
