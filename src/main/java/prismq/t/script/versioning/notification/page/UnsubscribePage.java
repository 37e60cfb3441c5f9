package prismq.t.script.versioning.notification.page;

import io.javalin.http.Context;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.notification.MailStops;
import prismq.t.script.versioning.notification.UnsubscribeLinks;
import prismq.t.script.versioning.notification.UnsubscribeLinks.EndedMails;
import prismq.t.script.versioning.notification.Watch;
import prismq.t.script.versioning.notification.Watches;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;

/** The page on which somebody ends mails about a script without signing in. */
public final class UnsubscribePage {
  private final UnsubscribeLinks links;
  private final Watches watches;
  private final MailStops stops;
  private final Pages pages;

  /** Reads links by the one, and ends mails by the others. */
  public UnsubscribePage(UnsubscribeLinks links, Watches watches, MailStops stops, Pages pages) {
    this.links = links;
    this.watches = watches;
    this.stops = stops;
    this.pages = pages;
  }

  /**
   * What the template shows, which does not name the script: whoever has the mail may not read it
   * any more.
   */
  record Model(boolean isEnded) {}

  /** Answers {@code /unsubscribe/{link}} with a button: programs look at links in mails, too. */
  public void show(Context context) {
    ended(context);
    pages.answer(context, 200, "notification/unsubscribe", new Model(false));
  }

  /** Ends the mails, whether a person or a program of mails asks (RFC 8058). */
  public void end(Context context) {
    EndedMails ended = ended(context);
    if (SentForm.text(context, "which").equals("all")) {
      stops.set(ended.account(), true);
    } else {
      watches.change(ended.account(), ended.scriptId(), before -> new Watch(before.level(), false));
    }
    pages.answer(context, 200, "notification/unsubscribe", new Model(true));
  }

  private EndedMails ended(Context context) {
    return links
        .read(context.pathParam("link"))
        .orElseThrow(
            () -> new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("notification.wrong_link")));
  }
}
