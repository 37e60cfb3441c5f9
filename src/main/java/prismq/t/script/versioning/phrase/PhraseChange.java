package prismq.t.script.versioning.phrase;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.ChangeExcerpt;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.web.Urls;

/**
 * A version that changed how often a phrase is there.
 *
 * @param before number of occurrences in the version it was saved on
 * @param after number of occurrences in it
 * @param excerpt what changed around them; null if that is not shown
 * @param problem why it cannot be shown, if what is stored is damaged
 */
public record PhraseChange(
    Version version,
    Turn turn,
    int before,
    int after,
    boolean isFountain,
    @Nullable ChangeExcerpt excerpt,
    @Nullable String problem) {
  /** What happened, in a word or in two numbers. */
  public String words() {
    return turn.isToggle() ? turn.words() : before + " → " + after;
  }

  /** Its number of occurrences, or that before it was removed; null for one. */
  public @Nullable Integer times() {
    int times = Math.max(before, after);
    return turn.isToggle() && times > 1 ? times : null;
  }

  /** The version itself. */
  public String versionUrl() {
    return Urls.version(version.scriptId(), version.versionNumber());
  }

  /** All that it changed, at the first of the places; the version if it has no parent. */
  public String changesUrl() {
    if (excerpt != null) {
      return excerpt.url();
    }
    Integer parent = version.parentVersion();
    return parent == null
        ? versionUrl()
        : Urls.compare(version.scriptId(), parent, version.versionNumber());
  }

  /** What stood there before; null for a first version. */
  public @Nullable String beforeUrl() {
    Integer parent = version.parentVersion();
    return parent == null ? null : Urls.version(version.scriptId(), parent);
  }
}
