package prismq.t.script.versioning.share.page;

import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.web.Numbers;

/**
 * What chats and mails show as a preview of a share link. Programs that ask for it hand it on to
 * whoever reads the chat, so it never holds any of the text.
 */
record LinkCard(String title, String description) {
  private static final Numbers NUMBERS = new Numbers();

  /**
   * The card of a link.
   *
   * @param title of the script
   * @param amount how much there is to see; both only shown where the maker had it so
   */
  static LinkCard of(ShareLink link, String title, String amount) {
    return isTitled(link) ? new LinkCard(title, amount) : neutral(link);
  }

  /** Whether it may name the script. */
  static boolean isTitled(ShareLink link) {
    return link.terms().titled() && !link.hasPassword();
  }

  /** One that tells nothing but that something is shared. */
  static LinkCard neutral(ShareLink link) {
    return new LinkCard(
        Messages.text("share.open_title." + link.thing().kind()),
        Messages.text("share.open_about"));
  }

  /** Such as “+120 −80 words”. */
  static String amount(Diff.Statistics statistics) {
    return Messages.text(
        "share.card_words",
        NUMBERS.whole(statistics.wordsInserted()),
        NUMBERS.whole(statistics.wordsDeleted()));
  }

  /** Such as “1 204 words”. */
  static String amount(int words) {
    return NUMBERS.count(words, "word");
  }

  /** That it is a report. */
  static String amountOfReport() {
    return Messages.text("share.card_report");
  }
}
