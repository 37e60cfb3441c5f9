package prismq.t.script.versioning.compare;

import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.web.Html;

/** The link that undoes one change, in the same words in every view. */
final class RestoreLink {
  private RestoreLink() {}

  static void write(Html html, DiffLinks links, Change change) {
    html.raw("<a class=\"restore\" href=\"").text(links.restoreUrl() + change.id());
    html.raw("\">").raw(text(change)).raw("</a>");
  }

  private static String text(Change change) {
    return switch (change.type()) {
      case INSERTED -> "Take it out again…";
      case MOVED -> "Move it back…";
      case CHANGED, DELETED, REPLACED -> "Bring this back…";
    };
  }
}
