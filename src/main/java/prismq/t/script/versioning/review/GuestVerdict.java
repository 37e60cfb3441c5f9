package prismq.t.script.versioning.review;

import java.time.Instant;
import prismq.t.script.versioning.web.Urls;

/**
 * What a guest of a share link decided about a version. It counts in no review: whoever works on
 * the script sees it beside them.
 *
 * @param author the name that they wrote, or that of their account
 * @param isGuest whether it is not known whose account they have
 * @param comment may be empty
 */
public record GuestVerdict(
    String scriptId,
    String shareLinkId,
    String author,
    boolean isGuest,
    int versionNumber,
    Verdict verdict,
    String comment,
    Instant givenAt) {
  /** The version in short: “v12”. */
  public String versionName() {
    return "v" + versionNumber;
  }

  public String versionUrl() {
    return Urls.version(scriptId, versionNumber);
  }
}
