package prismq.t.script.versioning;

import static prismq.t.script.versioning.access.Right.ADMINISTER;
import static prismq.t.script.versioning.access.Right.COMMENT;
import static prismq.t.script.versioning.access.Right.NONE;
import static prismq.t.script.versioning.access.Right.OWN_ACCOUNT;
import static prismq.t.script.versioning.access.Right.READ;
import static prismq.t.script.versioning.access.Right.WRITE;
import static prismq.t.script.versioning.access.RouteThing.LINK;
import static prismq.t.script.versioning.access.RouteThing.SCRIPT;
import static prismq.t.script.versioning.access.RouteThing.SERVER;
import static prismq.t.script.versioning.access.RouteThing.SHARED;

import io.javalin.config.RoutesConfig;
import prismq.t.script.versioning.api.ShareLinksApi;
import prismq.t.script.versioning.share.page.AllLinksPage;
import prismq.t.script.versioning.share.page.GuestPage;
import prismq.t.script.versioning.share.page.LinkCards;
import prismq.t.script.versioning.share.page.MyLinksPage;
import prismq.t.script.versioning.share.page.OpenPage;
import prismq.t.script.versioning.share.page.ScriptLinksPage;
import prismq.t.script.versioning.share.page.ShareLinkPage;
import prismq.t.script.versioning.share.page.SharePage;

/** The routes by which share links are made, and those of their guests. */
final class SharingRoutes extends GuardedRoutes {
  private final Services app;

  SharingRoutes(RoutesConfig routes, Services app) {
    super(routes);
    this.app = app;
  }

  void register() {
    SharePage share =
        new SharePage(app.versions, app.shareLinks, app.shareUrls, app.clock, app.pages);
    get("/scripts/{script_id}/share", WRITE, SCRIPT, share::show);
    post("/scripts/{script_id}/share-links", WRITE, SCRIPT, share::make);
    ofScripts();
    ofPeople();
    api();
    guests();
  }

  private void ofScripts() {
    ScriptLinksPage list =
        new ScriptLinksPage(app.versions, app.shareLinks, app.shareLinkRows, app.pages);
    ShareLinkPage link =
        new ShareLinkPage(
            app.versions,
            app.shareLinks,
            app.shareLinkRows,
            app.guestNames,
            app.accounts,
            app.clock,
            app.pages);
    get("/scripts/{script_id}/share-links", READ, SCRIPT, list::show);
    get("/scripts/{script_id}/share-links/{share_link_id}", READ, SCRIPT, link::show);
    post("/scripts/{script_id}/share-links/{share_link_id}", WRITE, SCRIPT, link::change);
    post("/scripts/{script_id}/share-links/{share_link_id}/revoke", READ, SCRIPT, link::revoke);
    post(
        "/scripts/{script_id}/share-links/{share_link_id}/guests",
        ADMINISTER,
        SCRIPT,
        link::tieGuest);
  }

  private void ofPeople() {
    MyLinksPage own =
        new MyLinksPage(app.shareLinks, app.shareLinkRows, app.endingLinks, app.pages);
    AllLinksPage all = new AllLinksPage(app.shareLinks, app.shareLinkRows, app.pages);
    get("/account/links", OWN_ACCOUNT, SERVER, own::show);
    post("/account/links/revoke", OWN_ACCOUNT, SERVER, own::revoke);
    get("/people/links", ADMINISTER, SERVER, all::show);
    post("/people/links/revoke", ADMINISTER, SERVER, all::revoke);
  }

  private void api() {
    ShareLinksApi links = new ShareLinksApi(app.versions, app.shareLinks, app.shareUrls, app.clock);
    String one = "/api/v1/scripts/{script_id}/share-links/{share_link_id}";
    get("/api/v1/scripts/{script_id}/share-links", READ, SCRIPT, links::list);
    post("/api/v1/scripts/{script_id}/share-links", WRITE, SCRIPT, links::make);
    get(one, READ, SCRIPT, links::show);
    patch(one, WRITE, SCRIPT, links::change);
    delete(one, WRITE, SCRIPT, links::revoke);
  }

  private void guests() {
    OpenPage open =
        new OpenPage(
            app.shareLinks,
            app.passwordChecks,
            app.accounts,
            new LinkCards(app.versions, app.comparisons),
            app.pages);
    get("/s/{link}", NONE, LINK, open::show);
    post("/s/{link}", NONE, LINK, open::open);
    GuestPage guests = app.guestPage;
    get("/shared/{shared}.diff", READ, SHARED, guests::diff);
    get("/shared/{shared}.json", READ, SHARED, guests::json);
    get("/shared/{shared}.txt", READ, SHARED, guests::text);
    get("/shared/{shared}.criticmarkup", READ, SHARED, guests::criticMarkup);
    get("/shared/{shared}", READ, SHARED, guests::show);
    get("/shared/{shared}/report", READ, SHARED, guests::report);
    post("/shared/{shared}/verdicts", COMMENT, SHARED, guests::decide);
    post("/shared/{shared}/comments", COMMENT, SHARED, guests::comment);
    String thread = "/shared/{shared}/threads/{thread_id}/comments";
    post(thread, COMMENT, SHARED, guests::reply);
    post(thread + "/{comment_id}/edit", COMMENT, SHARED, guests::edit);
    post(thread + "/{comment_id}/delete", COMMENT, SHARED, guests::delete);
  }
}
