package prismq.t.script.versioning;

import static prismq.t.script.versioning.access.Right.NONE;
import static prismq.t.script.versioning.access.Right.OWN_ACCOUNT;
import static prismq.t.script.versioning.access.Right.READ;
import static prismq.t.script.versioning.access.RouteThing.LINK;
import static prismq.t.script.versioning.access.RouteThing.SCRIPT;
import static prismq.t.script.versioning.access.RouteThing.SERVER;

import io.javalin.config.RoutesConfig;
import prismq.t.script.versioning.api.ReadMarksApi;
import prismq.t.script.versioning.api.WatchApi;
import prismq.t.script.versioning.feed.PrivateFeed;
import prismq.t.script.versioning.home.ForYouPage;
import prismq.t.script.versioning.notification.page.NotificationsPage;
import prismq.t.script.versioning.notification.page.UnsubscribePage;
import prismq.t.script.versioning.notification.page.WatchPage;
import prismq.t.script.versioning.readmark.ReadForm;
import prismq.t.script.versioning.webhook.page.WebhooksPage;

/** Every route about what concerns one person: what they read, and what they are told of. */
final class PersonalRoutes extends GuardedRoutes {
  private static final String READ_PATH = "/scripts/{script_id}/versions/{version_number}/read";
  private static final String WATCH = "/scripts/{script_id}/watch";

  private final Services app;

  PersonalRoutes(RoutesConfig routes, Services app) {
    super(routes);
    this.app = app;
  }

  void register() {
    reading();
    notifications();
  }

  private void reading() {
    ForYouPage home =
        new ForYouPage(
            app.database,
            app.versions,
            app.reviews,
            app.readMarks,
            app.unreadChanges,
            app.drafts,
            app.shareLinks,
            app.pages);
    get("/for-you", OWN_ACCOUNT, SERVER, home::show);
    ReadForm form = new ReadForm(app.versions, app.readMarks);
    post(READ_PATH, READ, SCRIPT, form::read);
    ReadMarksApi api = new ReadMarksApi(app.versions, app.readMarks);
    post("/api/v1" + READ_PATH, READ, SCRIPT, api::read);
  }

  private void notifications() {
    NotificationsPage list =
        new NotificationsPage(app.notifications, app.privateFeeds, app.mailStops, app.pages);
    get("/notifications", OWN_ACCOUNT, SERVER, list::show);
    post("/notifications", OWN_ACCOUNT, SERVER, list::seeAll);
    post("/notifications/mails", OWN_ACCOUNT, SERVER, list::changeMails);
    post("/notifications/feed", OWN_ACCOUNT, SERVER, list::changeFeed);
    PrivateFeed feed =
        new PrivateFeed(app.privateFeeds, app.notifications, app.accounts, app.scriptRights);
    get("/private-feed/{link}", NONE, LINK, feed::show);
    WebhooksPage webhooks = new WebhooksPage(app.webhooks, app.pages);
    get("/notifications/webhooks", OWN_ACCOUNT, SERVER, webhooks::show);
    post("/notifications/webhooks", OWN_ACCOUNT, SERVER, webhooks::add);
    post("/notifications/webhooks/{webhook_id}", OWN_ACCOUNT, SERVER, webhooks::change);
    get("/notifications/{notification_id}", OWN_ACCOUNT, SERVER, list::open);
    WatchPage watch = new WatchPage(app.versions, app.watches, app.pages);
    get(WATCH, READ, SCRIPT, watch::show);
    post(WATCH, READ, SCRIPT, watch::change);
    UnsubscribePage unsubscribe =
        new UnsubscribePage(app.unsubscribeLinks, app.watches, app.mailStops, app.pages);
    get("/unsubscribe/{link}", NONE, LINK, unsubscribe::show);
    post("/unsubscribe/{link}", NONE, LINK, unsubscribe::end);
    WatchApi api = new WatchApi(app.watches);
    get("/api/v1" + WATCH, READ, SCRIPT, api::show);
    patch("/api/v1" + WATCH, READ, SCRIPT, api::change);
  }
}
