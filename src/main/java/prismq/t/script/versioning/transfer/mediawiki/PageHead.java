package prismq.t.script.versioning.transfer.mediawiki;

import org.jspecify.annotations.Nullable;

/** What is read of a page before its revisions. Of elements that come twice the first counts. */
final class PageHead {
  private String title = "";
  private String id = "";
  private @Nullable String redirect;
  private boolean isTold;
  private boolean isWanted;

  void title(String read) {
    title = title.isEmpty() ? read : title;
  }

  void id(String read) {
    id = id.isEmpty() ? read : id;
  }

  void redirect(String target) {
    redirect = redirect == null ? target : redirect;
  }

  Page page(String wiki, Damage damage) {
    return new Page(wiki, title, id, redirect, damage);
  }

  boolean isTold() {
    return isTold;
  }

  boolean isWanted() {
    return isWanted;
  }

  /** It was passed on; whether its revisions are wanted. */
  void told(boolean isPageWanted) {
    isTold = true;
    isWanted = isPageWanted;
  }

  /** It goes on where its revisions stand outside of it. */
  void beginAgain() {
    isTold = false;
  }
}
