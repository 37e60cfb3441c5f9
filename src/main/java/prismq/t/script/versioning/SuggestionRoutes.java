package prismq.t.script.versioning;

import static prismq.t.script.versioning.access.Right.COMMENT;
import static prismq.t.script.versioning.access.Right.READ;
import static prismq.t.script.versioning.access.Right.WRITE;
import static prismq.t.script.versioning.access.RouteThing.SCRIPT;

import io.javalin.config.RoutesConfig;
import prismq.t.script.versioning.api.SuggestionsApi;
import prismq.t.script.versioning.comment.SettleSuggestionPage;
import prismq.t.script.versioning.comment.SuggestionForms;
import prismq.t.script.versioning.comment.SuggestionsPage;

/** The routes about suggestions. */
final class SuggestionRoutes extends GuardedRoutes {
  private static final String OF_SCRIPT = "/api/v1/scripts/{script_id}/suggestions";
  private static final String PAGE = "/scripts/{script_id}/versions/{version_number}/suggestions";
  private static final String OF_VERSION = "/api/v1" + PAGE;

  private final Services app;

  SuggestionRoutes(RoutesConfig routes, Services app) {
    super(routes);
    this.app = app;
  }

  void register() {
    SuggestionsPage page = new SuggestionsPage(app.versions, app.suggestions, app.pages);
    SuggestionForms forms =
        new SuggestionForms(app.versions, app.suggestions, app.acceptance, page);
    get(PAGE, READ, SCRIPT, page::show);
    post(PAGE, COMMENT, SCRIPT, forms::suggest);
    post(PAGE + "/taken-apart", COMMENT, SCRIPT, forms::takeApart);
    post(PAGE + "/accept", WRITE, SCRIPT, forms::accept);
    post(PAGE + "/reject", WRITE, SCRIPT, forms::reject);
    SettleSuggestionPage settle =
        new SettleSuggestionPage(
            app.versions, app.suggestions, app.acceptance, app.comparisons, app.pages);
    get(PAGE + "/{suggestion_id}/settle", WRITE, SCRIPT, settle::show);
    post(PAGE + "/{suggestion_id}/settle", WRITE, SCRIPT, settle::accept);

    SuggestionsApi api = app.suggestionsApi;
    get(OF_VERSION, READ, SCRIPT, api::list);
    post(OF_VERSION, COMMENT, SCRIPT, api::suggest);
    post(OF_VERSION + "/accept", WRITE, SCRIPT, api::acceptOnto);
    post(OF_SCRIPT + "/accept", WRITE, SCRIPT, api::accept);
    post(OF_SCRIPT + "/reject", WRITE, SCRIPT, api::reject);
  }
}
