package prismq.t.script.versioning.label;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.web.Urls;

/**
 * A version with its labels, as the page shows it.
 *
 * @param version null where it cannot be read
 * @param before the labelled version before it; null where there is none
 */
record LabelledVersion(
    String scriptId,
    int versionNumber,
    List<String> names,
    @Nullable Version version,
    @Nullable Integer before) {

  public String url() {
    return Urls.version(scriptId, versionNumber);
  }

  /** What changed since the labelled version before it; null where there is none. */
  public @Nullable String sinceBeforeUrl() {
    return before == null ? null : Urls.compare(scriptId, before, versionNumber);
  }

  /** What changed since it, up to another version; null where it is that one. */
  public @Nullable String untilUrl(int latest) {
    return latest == versionNumber ? null : Urls.compare(scriptId, versionNumber, latest);
  }
}
