package prismq.t.script.versioning.compare;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.web.Urls;

/**
 * The links of a comparison.
 *
 * @param url the comparison's address without options
 * @param restoreUrl the address that undoes a change, without the change's id at its end; null
 *     where whoever sees it may not save
 * @param restoreSceneUrl the same for a scene, without its place at the end
 * @param wholeUrl where nothing is left out of long lines; null where whoever sees it may not
 *     download that
 * @param scriptId the script that both versions are of, whose history can be looked at; null where
 *     whoever sees it may not
 * @param isCommentable whether its words can be commented on
 */
public record DiffLinks(
    String url,
    @Nullable String restoreUrl,
    @Nullable String restoreSceneUrl,
    @Nullable String wholeUrl,
    @Nullable String scriptId,
    boolean isCommentable) {
  /** Links for somebody who may see the history, and save where there is an address for that. */
  static DiffLinks ofScript(
      String url, @Nullable String restoreUrl, @Nullable String restoreSceneUrl, String scriptId) {
    return new DiffLinks(
        url, restoreUrl, restoreSceneUrl, url + TwinFormat.UNIFIED.ending(), scriptId, true);
  }

  /**
   * Links for somebody who may see this comparison and nothing else.
   *
   * @param isDownloadable whether it may be downloaded too
   * @param isCommentable whether it may be commented on
   */
  public static DiffLinks ofComparisonAlone(
      String url, boolean isDownloadable, boolean isCommentable) {
    return new DiffLinks(
        url,
        null,
        null,
        isDownloadable ? url + TwinFormat.UNIFIED.ending() : null,
        null,
        isCommentable);
  }

  /** The history of a passage of the script; null where it may not be seen. */
  @Nullable String phraseUrl(String passage) {
    return scriptId == null ? null : Urls.phraseHistory(scriptId, passage);
  }
}
