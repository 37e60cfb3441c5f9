package prismq.t.script.versioning.label;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.web.Urls;

/**
 * A version with its labels, as the page shows it.
 *
 * @param version null if it cannot be read
 * @param before the nearest labelled version that it was made of; null if there is none
 * @param head the head of its branch; null if it is that, or cannot be read
 */
record LabelledVersion(
    String scriptId,
    int versionNumber,
    List<Label> labels,
    @Nullable Version version,
    @Nullable Integer before,
    @Nullable Integer head) {

  public String url() {
    return Urls.version(scriptId, versionNumber);
  }

  /** What changed since the labelled version before it; null if there is none. */
  public @Nullable String sinceBeforeUrl() {
    return before == null ? null : Urls.compare(scriptId, before, versionNumber);
  }

  /** What changed since it on its branch; null if nothing was saved there. */
  public @Nullable String untilHeadUrl() {
    return head == null ? null : Urls.compare(scriptId, versionNumber, head);
  }
}
