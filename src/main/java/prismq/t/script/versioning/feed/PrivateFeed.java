package prismq.t.script.versioning.feed;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.notification.Notification;
import prismq.t.script.versioning.notification.Notifications;
import prismq.t.script.versioning.notification.PrivateFeeds;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Urls;

/** What one person is told, as an Atom feed (RFC 4287) at an address that is theirs alone. */
public final class PrivateFeed {
  private static final int ENTRIES = 50;

  private final PrivateFeeds feeds;
  private final Notifications notifications;
  private final Accounts accounts;
  private final ScriptRights rights;

  /** Finds by these whose feed it is, and what they are told. */
  public PrivateFeed(
      PrivateFeeds feeds, Notifications notifications, Accounts accounts, ScriptRights rights) {
    this.feeds = feeds;
    this.notifications = notifications;
    this.accounts = accounts;
    this.rights = rights;
  }

  /** Answers {@code /private-feed/{link}}; what the person may no longer read is left out. */
  public void show(Context context) {
    Account account =
        Secret.read(context.pathParam("link"))
            .flatMap(feeds::account)
            .map(accounts::account)
            .filter(holder -> !holder.isDisabled())
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemKind.NOT_FOUND,
                        FilledMessage.of("notification.no_feed"),
                        FilledMessage.of("notification.no_feed_next")));
    context.header("Cache-Control", "private, no-cache");
    try {
      ReadableScripts readable = Access.readable(account, rights.of(account));
      FeedAnswer.send(
          context, feed(context, notifications.newest(account.id(), readable, ENTRIES)));
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed cannot be written", e);
    }
  }

  private static byte[] feed(Context context, List<Notification> told) throws XMLStreamException {
    String server = FeedAnswer.server(context);
    AtomWriter atom = new AtomWriter(Messages.language().tag());
    // Named by the page, because the address is a secret.
    atom.text("id", server + Urls.NOTIFICATIONS).text("title", Messages.text("notification.title"));
    atom.text("generator", Messages.text("layout.product"));
    atom.link("alternate", "text/html", server + Urls.NOTIFICATIONS);
    atom.time("updated", told.isEmpty() ? Instant.EPOCH : told.get(0).createdAt());
    for (Notification one : told) {
      entry(atom, one, server);
    }
    return atom.bytes();
  }

  private static void entry(AtomWriter atom, Notification one, String server)
      throws XMLStreamException {
    String sentence = Messages.text("common.titled", one.title(), one.sentence());
    atom.start("entry").text("id", server + one.url());
    atom.text(
        "title", one.isTurn() ? Messages.text("notification.turn") + " " + sentence : sentence);
    atom.time("updated", one.createdAt());
    String author = one.actor().isBlank() ? Messages.text("notification.somebody") : one.actor();
    atom.start("author").text("name", author).end();
    atom.link("alternate", "text/html", server + one.url());
    Html html = new Html();
    if (one.shownQuote() != null) {
      html.raw("<blockquote>").text(one.shownQuote()).raw("</blockquote>\n");
    }
    html.raw("<p>").text(one.excerpt() == null ? one.sentence() : one.excerpt()).raw("</p>\n");
    atom.html("content", html.toString()).end();
  }
}
