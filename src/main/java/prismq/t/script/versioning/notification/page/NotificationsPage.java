package prismq.t.script.versioning.notification.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.notification.MailStops;
import prismq.t.script.versioning.notification.Notification;
import prismq.t.script.versioning.notification.Notifications;
import prismq.t.script.versioning.notification.PrivateFeeds;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.Client;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page on which people see what they are told. */
public final class NotificationsPage {
  private static final int A_PAGE = 50;

  private final Notifications notifications;
  private final PrivateFeeds feeds;
  private final MailStops stops;
  private final Pages pages;

  /** Shows these, with how else people are told. */
  public NotificationsPage(
      Notifications notifications, PrivateFeeds feeds, MailStops stops, Pages pages) {
    this.notifications = notifications;
    this.feeds = feeds;
    this.stops = stops;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param told newest first
   * @param unseen how many there are that were not looked at
   * @param olderUrl null where there are no older ones
   * @param isMailed whether mails are wanted at all
   * @param feedMadeAt when the address of the private feed was made; null where there is none
   * @param feedUrl the address, where it was just made; else null
   */
  record Model(
      List<Notification> told,
      int unseen,
      @Nullable String olderUrl,
      boolean isMailed,
      @Nullable Instant feedMadeAt,
      @Nullable String feedUrl) {
    /** The newest one, up to which all are marked as read by a button. */
    public long last() {
      return told.isEmpty() ? 0 : told.get(0).id();
    }
  }

  /** Answers {@code /notifications}. */
  public void show(Context context) {
    answer(context, null);
  }

  private void answer(Context context, @Nullable String feedUrl) {
    SignedIn person = person(context);
    long account = person.account().id();
    int below = Parameters.number(context, "before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    List<Notification> found = notifications.list(person, below, A_PAGE + 1);
    boolean hasOlder = found.size() > A_PAGE;
    List<Notification> shown = hasOlder ? found.subList(0, A_PAGE) : found;
    Model model =
        new Model(
            shown,
            notifications.unseen(person),
            hasOlder ? Urls.NOTIFICATIONS + "?before=" + shown.get(A_PAGE - 1).id() : null,
            !stops.has(account),
            feeds.madeAt(account).orElse(null),
            feedUrl);
    pages.answer(context, 200, "notification/notifications", model);
  }

  /** Leads to what one is about. */
  public void open(Context context) {
    Notification found =
        notifications.open(person(context), id(context)).orElseThrow(NotificationsPage::missing);
    context.redirect(found.target(), HttpStatus.SEE_OTHER);
  }

  /** Marks all up to one as read. */
  public void seeAll(Context context) {
    String last = SentForm.text(context, "last");
    if (last.matches("\\d{1,15}")) {
      notifications.seeAll(person(context), Long.parseLong(last));
    }
    context.redirect(Urls.NOTIFICATIONS, HttpStatus.SEE_OTHER);
  }

  /** Keeps whether mails are wanted at all. */
  public void changeMails(Context context) {
    stops.set(person(context).account().id(), SentForm.text(context, "mail").isEmpty());
    context.redirect(Urls.NOTIFICATIONS, HttpStatus.SEE_OTHER);
  }

  /** Makes the address of the private feed, and shows it once; or ends it. */
  public void changeFeed(Context context) {
    long account = person(context).account().id();
    if (SentForm.text(context, "action").equals("end")) {
      feeds.end(account);
      context.redirect(Urls.NOTIFICATIONS, HttpStatus.SEE_OTHER);
    } else {
      String server = Client.of(context).scheme() + "://" + context.host();
      answer(context, server + Urls.PRIVATE_FEED + feeds.make(account).text());
    }
  }

  private static long id(Context context) {
    String id = context.pathParam("notification_id");
    if (!id.matches("\\d{1,15}")) {
      throw missing();
    }
    return Long.parseLong(id);
  }

  private static Problem missing() {
    return new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("notification.not_found"));
  }

  /** Only who is signed in has the right that the routes need. */
  private static SignedIn person(Context context) {
    return (SignedIn) Requester.of(context);
  }
}
