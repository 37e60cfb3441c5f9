package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.share.EndingLinks;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinkChoice;
import prismq.t.script.versioning.share.ShareLinkProblems;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page with all share links that somebody made. */
public final class MyLinksPage {
  private final ShareLinks links;
  private final ShareLinkRows rows;
  private final EndingLinks ending;
  private final Pages pages;

  /** Shows and revokes these links. */
  public MyLinksPage(ShareLinks links, ShareLinkRows rows, EndingLinks ending, Pages pages) {
    this.links = links;
    this.rows = rows;
    this.ending = ending;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param ending that links end soon; null where none does
   */
  record Model(LinkList list, @Nullable String ending) {
    public String revokeUrl() {
      return Urls.MY_LINKS + "/revoke";
    }
  }

  /** Answers {@code /account/links}. */
  public void show(Context context) {
    ShareLinkChoice choice = ShareLinkChoice.by(LinkReader.account(context));
    LinkList list = LinkList.of(context, Urls.MY_LINKS, links, rows, choice);
    int soon = ending.count(Requester.of(context));
    @Nullable String told =
        soon == 0 ? null : Messages.count("share.ending", soon, Integer.toString(soon));
    pages.answer(context, 200, "share/my-links", new Model(list, told));
  }

  /** Revokes one of one's own links. */
  public void revoke(Context context) {
    ShareLink link = links.link(SentForm.stripped(context, "link"));
    if (link.makerId() != LinkReader.account(context).id()) {
      // As if there were none: nobody needs to know of the links of others.
      throw ShareLinkProblems.notFound();
    }
    links.revoke(link);
    context.redirect(Urls.MY_LINKS, HttpStatus.SEE_OTHER);
  }
}
