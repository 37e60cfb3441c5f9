package prismq.t.script.versioning.unread;

import java.time.Instant;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Times;
import prismq.t.script.versioning.web.Urls;

/**
 * What somebody has not read of a script, on the branch where it was saved last.
 *
 * @param from the version that they read which is nearest to it
 * @param readAt when they read that one
 * @param to the latest version on the branch
 * @param savedAt when that was saved
 * @param changes how many between them are new
 * @param wordsInserted between them
 * @param wordsDeleted between them
 * @param otherBranches how many other branches have anything new
 */
public record Unread(
    String scriptId,
    int from,
    Instant readAt,
    int to,
    Instant savedAt,
    int changes,
    int wordsInserted,
    int wordsDeleted,
    int otherBranches) {
  /** How many changes are new since when, in a few words: “7 changes since you read v12, …”. */
  public String told(Times times) {
    String changed =
        Messages.text(
            "unread.since",
            Messages.count("count.change", changes, Integer.toString(changes)),
            from,
            times.relative(readAt));
    return otherBranches == 0
        ? changed
        : changed
            + Messages.count("unread.elsewhere", otherBranches, Integer.toString(otherBranches));
  }

  /** Where the two are compared. */
  public String url() {
    return Urls.compare(scriptId, from, to);
  }
}
