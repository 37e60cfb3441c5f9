package prismq.t.script.versioning.share.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.page.LocalTimes;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareTerms;

/**
 * What stands around all that a share link shows.
 *
 * @param title of the script
 * @param card what previews show
 * @param sharedBy whose link it is; null where names are hidden
 * @param ends until when it works; null where that is not said
 * @param changed that something is other than on the visit before; null where nothing is
 * @param watermark what stands across the page; null for nothing
 */
public record GuestFrame(
    String title,
    LinkCard card,
    @Nullable String sharedBy,
    @Nullable String ends,
    @Nullable String changed,
    @Nullable String watermark,
    List<GuestDownload> downloads) {
  /** How often the watermark stands on the screen, and on each page of paper. */
  private static final int MARKS = 24;

  /** A file that a guest may take along. */
  public record GuestDownload(String title, String url) {}

  static GuestFrame of(
      String title,
      String amount,
      ShareLink link,
      Account maker,
      Instant now,
      @Nullable String changed,
      List<GuestDownload> downloads) {
    ShareTerms terms = link.terms();
    ZoneId zone = maker.timeZone();
    LocalTimes times = new LocalTimes(zone);
    Instant end = terms.expiresAt();
    return new GuestFrame(
        title,
        LinkCard.of(link, title, amount),
        terms.hidesNames() ? null : maker.name(),
        end == null ? null : times.shown(end),
        changed,
        terms.watermark() ? watermark(terms.note(), times.shown(now)) : null,
        terms.downloads() ? downloads : List.of());
  }

  private static String watermark(String note, String time) {
    return note.isEmpty() ? time : Messages.text("share.watermark_text", note, time);
  }

  /** The watermark as often as it stands on the page. */
  public List<String> marks() {
    return watermark == null ? List.of() : java.util.Collections.nCopies(MARKS, watermark);
  }
}
