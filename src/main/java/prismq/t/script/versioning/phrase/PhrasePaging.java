package prismq.t.script.versioning.phrase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.web.Urls;

/** The pages of a phrase's history, and on which of them a version is. */
final class PhrasePaging {
  private static final int CHANGES_A_PAGE = 50;

  private final String scriptId;
  private final TypedPhrase phrase;
  private final boolean newestFirst;
  private final List<Integer> versions;
  private final int page;

  /**
   * @param changed versions, oldest first; at least one
   * @param page from 1; the last one if there are fewer
   */
  PhrasePaging(
      String scriptId, TypedPhrase phrase, List<Integer> changed, boolean newestFirst, int page) {
    this.scriptId = scriptId;
    this.phrase = phrase;
    this.newestFirst = newestFirst;
    this.versions = new ArrayList<>(changed);
    if (newestFirst) {
      Collections.reverse(versions);
    }
    this.page = Math.min(page, pages());
  }

  private int pages() {
    return (versions.size() + CHANGES_A_PAGE - 1) / CHANGES_A_PAGE;
  }

  /** The versions of the page. */
  List<Integer> shown() {
    int start = (page - 1) * CHANGES_A_PAGE;
    return versions.subList(start, Math.min(versions.size(), start + CHANGES_A_PAGE));
  }

  /** Where a version is shown; its own page if it changed nothing about the phrase. */
  String url(int version) {
    int index = versions.indexOf(version);
    if (index < 0) {
      return Urls.version(scriptId, version);
    }
    int found = index / CHANGES_A_PAGE + 1;
    return (found == page ? "" : url(found, newestFirst)) + "#v" + version;
  }

  /** The first page in the other order. */
  String otherOrderUrl() {
    return url(1, !newestFirst);
  }

  /** The page before; null if this is the first. */
  @Nullable String previousUrl() {
    return page == 1 ? null : url(page - 1, newestFirst);
  }

  /** The page after; null if this is the last. */
  @Nullable String nextUrl() {
    return page == pages() ? null : url(page + 1, newestFirst);
  }

  private String url(int number, boolean newest) {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    parameters.put("order", newest ? "newest" : null);
    parameters.put("page", number == 1 ? null : Integer.toString(number));
    String url =
        phrase.isFolded()
            ? Urls.foldedPhraseHistory(scriptId, phrase.text())
            : Urls.phraseHistory(scriptId, phrase.text());
    return Urls.with(url, parameters);
  }
}
