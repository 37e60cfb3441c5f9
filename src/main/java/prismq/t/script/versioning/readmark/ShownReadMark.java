package prismq.t.script.versioning.readmark;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.web.Urls;

/**
 * Whether whoever sees a page has read the version on it, which they say there.
 *
 * @param readAt when they have; null for not yet
 * @param back the page to come back to
 */
public record ShownReadMark(
    String scriptId, int versionNumber, @Nullable Instant readAt, String back) {
  /** For whoever asks; null where nobody has an account. */
  public static @Nullable ShownReadMark of(
      ReadMarks readMarks, Requester requester, String scriptId, int versionNumber, String back) {
    OptionalLong account = AccountReader.account(requester);
    return account.isEmpty()
        ? null
        : new ShownReadMark(
            scriptId,
            versionNumber,
            readMarks.readAt(account.getAsLong(), scriptId, versionNumber),
            back);
  }

  /** Equal for all who are shown the same. */
  public String key() {
    return String.valueOf(readAt);
  }

  /** Where it is said that it was read. */
  public String url() {
    return Urls.read(scriptId, versionNumber);
  }
}
