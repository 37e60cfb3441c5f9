package prismq.t.script.versioning.script;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;

/**
 * The form that chooses the versions of a history; equal ones look the same.
 *
 * @param url the history
 * @param narrow whether versions are left out
 * @param branches to choose from
 * @param authors to choose from
 */
record FilterMenu(
    String url, boolean narrow, HistoryForm filter, List<Branch> branches, List<String> authors) {
  private static final Pattern CHANGED_BY_BROWSERS = Pattern.compile("^$|^ |  |[\\s&&[^ ]]| $");

  /** With archived branches only where one of them was chosen. */
  static FilterMenu of(
      String url, boolean narrow, HistoryForm filter, List<Branch> branches, List<String> authors) {
    List<Branch> offered =
        branches.stream()
            .filter(branch -> !branch.isArchived() || branch.name().equals(filter.branch()))
            .toList();
    return new FilterMenu(url, narrow, filter, offered, authors);
  }

  /** What the form sends for an author; null where that is the text of the option. */
  public @Nullable String optionValue(String author) {
    return CHANGED_BY_BROWSERS.matcher(author).find() ? author : null;
  }
}
