package prismq.t.script.versioning.transfer.mediawiki;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.TargetScript;

/** The script of a page, as it was before this import; a page can stand in a file several times. */
final class PageScript {
  private final String scriptId;
  private final PageMark mark;
  private final boolean isNew;
  private final int versionsBefore;
  private @Nullable MediaWikiKeys keys;

  PageScript(Page page, TargetScript target) {
    this.scriptId = target.scriptId();
    this.mark = PageMark.of(page);
    this.versionsBefore = target.script().isEmpty() ? 0 : target.script().get().latestVersion();
    MediaWikiKeys found = new MediaWikiKeys(mark, target.imported(), versionsBefore);
    this.isNew = found.isEmpty();
    this.keys = found;
  }

  /** Whether it had nothing of the page. */
  boolean isNew() {
    return isNew;
  }

  boolean isOf(Page page) {
    return mark.equals(PageMark.of(page));
  }

  /** What it has of the page by now. */
  MediaWikiKeys keys(ImportContext context) {
    @Nullable MediaWikiKeys known = keys;
    if (context.isPreview() && known != null) {
      return known;
    }
    // They are in the database again when they are wanted again, and need no memory until then.
    keys = null;
    return known != null
        ? known
        : new MediaWikiKeys(mark, TargetScript.of(context, scriptId).imported(), versionsBefore);
  }
}
