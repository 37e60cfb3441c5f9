package prismq.t.script.versioning.transfer.page;

import java.util.List;

/** Finds what drafts are drafts of, by what their names have in common. */
final class DraftTitle {
  private static final String NONE = "Drafts";

  private DraftTitle() {}

  /** “The Keeper” for “The Keeper v1.md” and “The Keeper v2.md”. */
  static String of(List<String> fileNames) {
    List<String> names = fileNames.stream().map(DraftTitle::withoutEnding).toList();
    String shared = names.get(0);
    for (String name : names) {
      shared = sharedStart(shared, name);
    }
    int end = shared.length();
    // Not half a word, where the files differ in the middle of one.
    if (names.stream()
        .anyMatch(name -> name.length() > end && Character.isLetter(name.charAt(end)))) {
      shared = shared.replaceFirst("[\\p{L}\\p{M}]+$", "");
    }
    String title =
        shared
            .replaceFirst(
                "(?i)[\\s._()#-]*\\b(v|version|draft|entwurf|rev)?[\\s._()#-]*\\d*[\\s._()#-]*$",
                "")
            .strip();
    return title.isEmpty() ? NONE : title;
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String sharedStart(String one, String other) {
    int end = 0;
    while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
      end++;
    }
    return one.substring(0, end);
  }
}
