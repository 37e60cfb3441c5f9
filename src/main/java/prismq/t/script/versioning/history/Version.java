package prismq.t.script.versioning.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * One immutable state of a script, without its content.
 *
 * @param versionNumber counted per script over all branches, from 1
 * @param branch the name of the branch it was saved on
 * @param branchNumber the number of that branch, which never changes
 * @param parentVersion the head it was saved on; null for the first of a script
 * @param mergeParentVersion the second parent of a merged version, else null
 * @param restoredFrom the version whose content a rollback restored, else null
 * @param versionHash chains contents, metadata and parents, see {@link VersionHash}
 * @param author who saved it, as hashed
 * @param person who that is, as far as admins said so
 * @param wordsInserted against the first parent; null if there is none
 * @param wordsDeleted against the first parent; null if there is none
 */
public record Version(
    String scriptId,
    int versionNumber,
    String branch,
    int branchNumber,
    @Nullable Integer parentVersion,
    @Nullable Integer mergeParentVersion,
    @Nullable Integer restoredFrom,
    ContentHash contentHash,
    ContentHash versionHash,
    Author author,
    Person person,
    String changeDescription,
    Instant createdAt,
    int sizeBytes,
    int words,
    int lines,
    @Nullable Integer wordsInserted,
    @Nullable Integer wordsDeleted,
    Metadata metadata) {

  /** Longest change description, in characters. */
  public static final int MAX_CHANGE_DESCRIPTION = 20_000;

  /** Starts a version of this number. */
  public static VersionBuilder builder(String scriptId, int versionNumber) {
    return new VersionBuilder(scriptId, versionNumber);
  }

  /** Whether it was saved under another name than the one that is shown. */
  public boolean hasOtherName() {
    return !author.name().equals(person.name());
  }

  /** The first line of the change description; empty if there is none. */
  public String summary() {
    return changeDescription.strip().lines().findFirst().orElse("");
  }

  /** Whether the change description has more than its first line. */
  public boolean hasMoreThanSummary() {
    return changeDescription.strip().length() > summary().length();
  }
}
