package prismq.t.script.versioning.notification.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.notification.Notification;
import prismq.t.script.versioning.notification.Notifications;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page on which people see what they are told. */
public final class NotificationsPage {
  private static final int A_PAGE = 50;

  private final Notifications notifications;
  private final Pages pages;

  /** Shows these. */
  public NotificationsPage(Notifications notifications, Pages pages) {
    this.notifications = notifications;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param told newest first
   * @param unseen how many there are that were not looked at
   * @param olderUrl null where there are no older ones
   */
  record Model(List<Notification> told, int unseen, @Nullable String olderUrl) {
    /** The newest one, up to which all are marked as read by a button. */
    public long last() {
      return told.isEmpty() ? 0 : told.get(0).id();
    }
  }

  /** Answers {@code /notifications}. */
  public void show(Context context) {
    SignedIn person = person(context);
    int below = Parameters.number(context, "before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    List<Notification> found = notifications.list(person, below, A_PAGE + 1);
    boolean hasOlder = found.size() > A_PAGE;
    List<Notification> shown = hasOlder ? found.subList(0, A_PAGE) : found;
    Model model =
        new Model(
            shown,
            notifications.unseen(person),
            hasOlder ? Urls.NOTIFICATIONS + "?before=" + shown.get(A_PAGE - 1).id() : null);
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
