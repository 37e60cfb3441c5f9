package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.share.ShareLinkChoice;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Urls;

/** The page with the share links of a script: one's own, and all to who manages it. */
public final class ScriptLinksPage {
  private final VersionManager versionManager;
  private final ShareLinks links;
  private final ShareLinkRows rows;
  private final Pages pages;

  /** Shows these links, to scripts of this manager. */
  public ScriptLinksPage(
      VersionManager versionManager, ShareLinks links, ShareLinkRows rows, Pages pages) {
    this.versionManager = versionManager;
    this.links = links;
    this.rows = rows;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param isOfAll whether links of everybody are listed
   */
  record Model(Script script, LinkList list, boolean isOfAll) {}

  /** Answers {@code /scripts/{script_id}/share-links}. */
  public void show(Context context) {
    Script script = versionManager.script(context.pathParam("script_id"));
    boolean isOfAll = LinkReader.managesScript(context);
    ShareLinkChoice choice =
        !isOfAll && Requester.of(context) instanceof SignedIn signedIn
            ? ShareLinkChoice.of(script.scriptId(), signedIn.account())
            : ShareLinkChoice.of(script.scriptId());
    LinkList list = LinkList.of(context, Urls.shareLinks(script.scriptId()), links, rows, choice);
    pages.answer(context, 200, "share/script-links", new Model(script, list, isOfAll));
  }
}
