package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import prismq.t.script.versioning.share.ShareLinkChoice;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page on which admins see everybody's share links, and revoke them. */
public final class AllLinksPage {
  private final ShareLinks links;
  private final ShareLinkRows rows;
  private final Pages pages;

  /** Shows and revokes these links. */
  public AllLinksPage(ShareLinks links, ShareLinkRows rows, Pages pages) {
    this.links = links;
    this.rows = rows;
    this.pages = pages;
  }

  /** What the template shows. */
  record Model(LinkList list) {
    public String revokeUrl() {
      return Urls.ALL_LINKS + "/revoke";
    }
  }

  /** Answers {@code /people/links}. */
  public void show(Context context) {
    LinkList list = LinkList.of(context, Urls.ALL_LINKS, links, rows, ShareLinkChoice.ALL);
    pages.answer(context, 200, "share/all-links", new Model(list));
  }

  /** Revokes a link of anybody. */
  public void revoke(Context context) {
    links.revoke(links.link(SentForm.stripped(context, "link")));
    context.redirect(Urls.ALL_LINKS, HttpStatus.SEE_OTHER);
  }
}
