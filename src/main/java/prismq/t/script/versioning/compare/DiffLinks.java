package prismq.t.script.versioning.compare;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.web.Urls;

/**
 * The links of a comparison.
 *
 * @param url the comparison's address without options
 * @param restoreUrl the address that undoes a change, without the change's id at its end; null
 *     where whoever sees it may not save
 * @param scriptId the script that both versions are of
 */
public record DiffLinks(String url, @Nullable String restoreUrl, String scriptId) {
  /** The history of a passage of the script. */
  String phraseUrl(String passage) {
    return Urls.phraseHistory(scriptId, passage);
  }
}
