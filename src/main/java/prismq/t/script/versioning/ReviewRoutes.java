package prismq.t.script.versioning;

import static prismq.t.script.versioning.access.Right.COMMENT;
import static prismq.t.script.versioning.access.Right.MANAGE;
import static prismq.t.script.versioning.access.Right.READ;
import static prismq.t.script.versioning.access.Right.WRITE;
import static prismq.t.script.versioning.access.RouteThing.SCRIPT;

import io.javalin.config.RoutesConfig;
import prismq.t.script.versioning.api.ReviewAnnotationsApi;
import prismq.t.script.versioning.api.ReviewsApi;
import prismq.t.script.versioning.report.ReviewReportPage;
import prismq.t.script.versioning.review.AskReviewPage;
import prismq.t.script.versioning.review.ReviewPage;
import prismq.t.script.versioning.review.ReviewsPage;

/** Every route about the reviews of versions. */
final class ReviewRoutes extends GuardedRoutes {
  private final Services app;

  ReviewRoutes(RoutesConfig routes, Services app) {
    super(routes);
    this.app = app;
  }

  void register() {
    ReviewsPage reviews =
        new ReviewsPage(
            app.versions, app.candidates, app.reviews, app.reviewing, app.guestVerdicts, app.pages);
    AskReviewPage ask =
        new AskReviewPage(app.versions, app.candidates, app.reviews, app.reviewing, app.pages);
    ReviewPage review =
        new ReviewPage(app.versions, app.reviews, app.reviewing, app.passingOn, app.pages);
    ReviewReportPage report = new ReviewReportPage(app.reports, app.pages);
    get("/scripts/{script_id}/review-report", READ, SCRIPT, report::show);
    get("/scripts/{script_id}/reviews", READ, SCRIPT, reviews::show);
    post("/scripts/{script_id}/reviews/rule", MANAGE, SCRIPT, reviews::changeRule);
    get("/scripts/{script_id}/versions/{version_number}/reviews", WRITE, SCRIPT, ask::show);
    post("/scripts/{script_id}/versions/{version_number}/reviews", WRITE, SCRIPT, ask::ask);
    get("/scripts/{script_id}/reviews/{review_id}", READ, SCRIPT, review::show);
    post("/scripts/{script_id}/reviews/{review_id}/verdicts", COMMENT, SCRIPT, review::give);
    post("/scripts/{script_id}/reviews/{review_id}/turn", COMMENT, SCRIPT, review::pass);
    post("/scripts/{script_id}/reviews/{review_id}/close", WRITE, SCRIPT, review::close);

    ReviewsApi api =
        new ReviewsApi(
            app.versions,
            app.candidates,
            app.reviews,
            app.reviewing,
            app.guestVerdicts,
            app.passingOn);
    ReviewAnnotationsApi annotations = new ReviewAnnotationsApi(app.reports);
    get("/api/v1/scripts/{script_id}/review.jsonld", READ, SCRIPT, annotations::show);
    get("/api/v1/scripts/{script_id}/versions/{version_number}/reviews", READ, SCRIPT, api::list);
    post("/api/v1/scripts/{script_id}/versions/{version_number}/reviews", WRITE, SCRIPT, api::ask);
    get("/api/v1/scripts/{script_id}/reviews/{review_id}", READ, SCRIPT, api::show);
    post("/api/v1/scripts/{script_id}/reviews/{review_id}/verdicts", COMMENT, SCRIPT, api::give);
    post("/api/v1/scripts/{script_id}/reviews/{review_id}/turn", COMMENT, SCRIPT, api::pass);
    post("/api/v1/scripts/{script_id}/reviews/{review_id}/close", WRITE, SCRIPT, api::close);
  }
}
