package prismq.t.script.versioning.compare;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.web.Urls;

/**
 * The links of a comparison.
 *
 * @param url the comparison's address without options
 * @param restoreUrl the address that undoes a change, without the change's id at its end; null
 *     where whoever sees it may not save
 * @param wholeUrl where nothing is left out of long lines; null where whoever sees it may not
 *     download that
 * @param scriptId the script that both versions are of, whose history can be looked at; null where
 *     whoever sees it may not
 */
public record DiffLinks(
    String url, @Nullable String restoreUrl, @Nullable String wholeUrl, @Nullable String scriptId) {
  /** Links for somebody who may see the history, and save where there is an address for that. */
  static DiffLinks ofScript(String url, @Nullable String restoreUrl, String scriptId) {
    return new DiffLinks(url, restoreUrl, url + TwinFormat.UNIFIED.ending(), scriptId);
  }

  /**
   * Links for somebody who may see this comparison and nothing else.
   *
   * @param isDownloadable whether it may be downloaded too
   */
  public static DiffLinks ofComparisonAlone(String url, boolean isDownloadable) {
    return new DiffLinks(
        url, null, isDownloadable ? url + TwinFormat.UNIFIED.ending() : null, null);
  }

  /** The history of a passage of the script; null where it may not be seen. */
  @Nullable String phraseUrl(String passage) {
    return scriptId == null ? null : Urls.phraseHistory(scriptId, passage);
  }
}
