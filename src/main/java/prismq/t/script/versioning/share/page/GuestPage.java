package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.Guest;
import prismq.t.script.versioning.comment.GuestCommentForms;
import prismq.t.script.versioning.comment.GuestComments.GuestText;
import prismq.t.script.versioning.comment.SentGuestComment;
import prismq.t.script.versioning.compare.TwinFormat;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.review.GuestDecisionForms;
import prismq.t.script.versioning.review.SentGuestVerdict;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinkProblems;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.share.SharedThing;
import prismq.t.script.versioning.share.SharedThing.SharedComparison;
import prismq.t.script.versioning.share.SharedThing.SharedReport;
import prismq.t.script.versioning.share.SharedThing.SharedVersion;
import prismq.t.script.versioning.web.SentForm;

/** What share links show to their guests, and the files that these may take along. */
public final class GuestPage {
  private final ShareLinks links;
  private final GuestComparison comparison;
  private final GuestVersion version;
  private final GuestReport report;
  private final GuestCommentForms comments;
  private final GuestDecisionForms decisions;

  /** Shows what these links are of. */
  public GuestPage(
      ShareLinks links,
      GuestComparison comparison,
      GuestVersion version,
      GuestReport report,
      GuestCommentForms comments,
      GuestDecisionForms decisions) {
    this.links = links;
    this.comparison = comparison;
    this.version = version;
    this.report = report;
    this.comments = comments;
    this.decisions = decisions;
  }

  /** Answers {@code /shared/{shared}}. */
  public void show(Context context) {
    Guest guest = guest(context);
    show(context, guest, SentGuestVerdict.NOTHING);
  }

  private void show(Context context, Guest guest, SentGuestVerdict sent) {
    show(context, guest, new SentByGuest(comments.nothing(guest), sent));
  }

  private void show(Context context, Guest guest, SentGuestComment sent) {
    show(context, guest, new SentByGuest(sent, SentGuestVerdict.NOTHING));
  }

  private void show(Context context, Guest guest, SentByGuest sent) {
    ShareLink link = links.guests().link(guest);
    SharedThing thing = link.thing();
    readable(
        () -> {
          if (thing instanceof SharedComparison shared) {
            comparison.show(context, guest, link, shared, sent);
          } else if (thing instanceof SharedVersion shared) {
            version.show(context, guest, link, shared, sent);
          } else if (thing instanceof SharedReport shared) {
            report.show(context, guest, link, shared);
          }
        });
  }

  /** Starts a thread on the words that the guest chose. */
  public void comment(Context context) {
    Guest guest = guest(context);
    ShareLink link = links.guests().link(guest);
    readable(
        () -> comments.start(context, guest, commented(link), sent -> show(context, guest, sent)));
  }

  /** Takes what the guest decided. */
  public void decide(Context context) {
    Guest guest = guest(context);
    ShareLink link = links.guests().link(guest);
    // Read before it is refused, so that the page which says so shows what was typed.
    SentForm.text(context, "comment");
    if (!links.guests().mayDecide(guest)) {
      throw ShareLinkProblems.dead();
    }
    readable(
        () ->
            decisions.give(
                context,
                guest,
                link.scriptId(),
                decided(link),
                sent -> show(context, guest, sent)));
  }

  private Version decided(ShareLink link) {
    if (link.thing() instanceof SharedComparison shared) {
      return comparison.decided(link, shared);
    }
    if (link.thing() instanceof SharedVersion shared) {
      return version.decided(link, shared);
    }
    throw ShareLinkProblems.dead();
  }

  private GuestText commented(ShareLink link) {
    if (link.thing() instanceof SharedComparison shared) {
      return comparison.commented(link, shared);
    }
    if (link.thing() instanceof SharedVersion shared) {
      return version.commented(link, shared);
    }
    throw ShareLinkProblems.dead();
  }

  /** Answers in a thread. */
  public void reply(Context context) {
    Guest guest = guest(context);
    String scriptId = links.guests().link(guest).scriptId();
    comments.reply(context, guest, scriptId, sent -> show(context, guest, sent));
  }

  /** Changes what the guest wrote. */
  public void edit(Context context) {
    change(context, false);
  }

  /** Deletes what the guest wrote. */
  public void delete(Context context) {
    change(context, true);
  }

  private void change(Context context, boolean deletes) {
    Guest guest = guest(context);
    String scriptId = links.guests().link(guest).scriptId();
    comments.change(context, guest, scriptId, deletes, sent -> show(context, guest, sent));
  }

  /** Answers with a patch. */
  public void diff(Context context) {
    twin(context, TwinFormat.UNIFIED);
  }

  /** Answers with rows that are marked by word. */
  public void json(Context context) {
    twin(context, TwinFormat.JSON);
  }

  /** Answers with the whole right text and its changes. */
  public void criticMarkup(Context context) {
    twin(context, TwinFormat.CRITIC_MARKUP);
  }

  /** Answers with a comparison as plain text, or with the text of a version. */
  public void text(Context context) {
    ShareLink link = links.guests().link(guest(context));
    if (link.thing() instanceof SharedVersion shared) {
      checkDownloads(link);
      readable(() -> version.download(context, link, shared));
    } else {
      twin(context, TwinFormat.TEXT);
    }
  }

  private void twin(Context context, TwinFormat format) {
    ShareLink link = links.guests().link(guest(context));
    if (!(link.thing() instanceof SharedComparison shared)) {
      throw ShareLinkProblems.dead();
    }
    checkDownloads(link);
    readable(() -> comparison.download(context, link, shared, format));
  }

  /** Answers with a report in a format. */
  public void report(Context context) {
    ShareLink link = links.guests().link(guest(context));
    if (!(link.thing() instanceof SharedReport shared)) {
      throw ShareLinkProblems.dead();
    }
    checkDownloads(link);
    readable(() -> report.download(context, link, shared));
  }

  private static void checkDownloads(ShareLink link) {
    if (!link.terms().downloads()) {
      throw ShareLinkProblems.noDownloads();
    }
  }

  private static Guest guest(Context context) {
    if (Requester.of(context) instanceof Guest guest) {
      return guest;
    }
    throw ShareLinkProblems.dead();
  }

  /** What is said of a damaged version names the script, and of a missing one what else it has. */
  private static void readable(Runnable work) {
    try {
      work.run();
    } catch (DamagedVersionException e) {
      throw ShareLinkProblems.damaged();
    } catch (NotFoundException e) {
      throw ShareLinkProblems.dead();
    }
  }
}
