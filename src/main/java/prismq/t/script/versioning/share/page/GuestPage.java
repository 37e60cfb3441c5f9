package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.Guest;
import prismq.t.script.versioning.compare.TwinFormat;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinkProblems;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.share.SharedThing;
import prismq.t.script.versioning.share.SharedThing.SharedComparison;
import prismq.t.script.versioning.share.SharedThing.SharedReport;
import prismq.t.script.versioning.share.SharedThing.SharedVersion;

/** What share links show to their guests, and the files that these may take along. */
public final class GuestPage {
  private final ShareLinks links;
  private final GuestComparison comparison;
  private final GuestVersion version;
  private final GuestReport report;

  /** Shows what these links are of. */
  public GuestPage(
      ShareLinks links, GuestComparison comparison, GuestVersion version, GuestReport report) {
    this.links = links;
    this.comparison = comparison;
    this.version = version;
    this.report = report;
  }

  /** Answers {@code /shared/{shared}}. */
  public void show(Context context) {
    Guest guest = guest(context);
    ShareLink link = links.guests().link(guest);
    SharedThing thing = link.thing();
    readable(
        () -> {
          if (thing instanceof SharedComparison shared) {
            comparison.show(context, guest, link, shared);
          } else if (thing instanceof SharedVersion shared) {
            version.show(context, guest, link, shared);
          } else if (thing instanceof SharedReport shared) {
            report.show(context, guest, link, shared);
          }
        });
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
