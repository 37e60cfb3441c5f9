package prismq.t.script.versioning.transfer.mediawiki;

import java.util.Set;

/** The elements of an export of MediaWiki, as far as they show where a broken one must end. */
final class Schema {
  private static final Set<String> IN_CONTRIBUTOR = Set.of("username", "ip", "id");
  private static final Set<String> IN_REVISION =
      Set.of(
          "id",
          "parentid",
          "timestamp",
          "contributor",
          "minor",
          "comment",
          "origin",
          "model",
          "format",
          "text",
          "sha1",
          "content");
  private static final Set<String> IN_PAGE = Set.of("title", "ns", "redirect", "restrictions");

  private static final Set<String> AFTER_PAGE = Set.of("page", "logitem", "/mediawiki");
  private static final Set<String> AFTER_REVISION = Set.of("revision", "upload", "page", "/page");

  private Schema() {}

  /** Whether an element has nothing but characters. */
  static boolean isLeaf(String name) {
    return IN_PAGE.contains(name)
        || (IN_REVISION.contains(name) && !name.equals("contributor") && !name.equals("content"))
        || name.equals("username")
        || name.equals("ip");
  }

  /**
   * Whether a tag begins or ends a page or revision, or the whole; a slash stands before an end.
   */
  static boolean isBorder(String tag) {
    String name = tag.startsWith("/") ? tag.substring(1) : tag;
    return name.equals("page") || name.equals("revision") || name.equals("mediawiki");
  }

  /** Whether a tag, in characters where none can be, shows that their element has no end. */
  static boolean endsLeaf(String leaf, String tag) {
    if (isBorder(tag)) {
      return true;
    }
    String name = tag.startsWith("/") ? tag.substring(1) : tag;
    return !leaf.equals("text")
        && (IN_REVISION.contains(name) || IN_PAGE.contains(name) || IN_CONTRIBUTOR.contains(name));
  }

  /** Whether a tag can stand behind another where elements are; empty for what is no tag. */
  static boolean canFollow(String tag, String next) {
    return switch (tag) {
      case "page" -> IN_PAGE.contains(next) || next.equals("id");
      case "revision" -> IN_REVISION.contains(next);
      case "/page" -> AFTER_PAGE.contains(next);
      case "/revision" -> AFTER_REVISION.contains(next);
      case "mediawiki" -> next.equals("siteinfo") || next.equals("page");
      case "/mediawiki" -> next.equals("mediawiki");
      default -> isLeaf(tag) || !next.isEmpty();
    };
  }

  /** Whether a start tag in an element shows that the element has no end. */
  static boolean endsParent(String parent, String tag) {
    return switch (parent) {
      case "mediawiki" -> false;
      case "page" -> tag.equals("page") || tag.equals("mediawiki");
      case "contributor" ->
          isBorder(tag) || (IN_REVISION.contains(tag) && !IN_CONTRIBUTOR.contains(tag));
      default -> isBorder(tag);
    };
  }
}
