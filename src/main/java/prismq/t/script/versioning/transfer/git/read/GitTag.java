package prismq.t.script.versioning.transfer.git.read;

import java.time.Instant;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * A tag of a git repository.
 *
 * @param name without {@code refs/tags/}
 * @param commit the commit it points to, directly or through other tags
 * @param label the name of the label that it becomes
 * @param file the only file whose script gets the label; null for every one that the commit has
 */
public record GitTag(
    String name, ObjectId commit, String label, Instant createdAt, @Nullable String file) {
  /** Whether it is about a file of this name at its commit. */
  public boolean isAbout(String path) {
    return file == null || file.equals(path);
  }

  /** As a summary tells of it. */
  public FilledMessage told() {
    return told(name);
  }

  /** As a summary tells of a tag of this name. */
  public static FilledMessage told(String name) {
    return FilledMessage.of("remark.git.tag", name);
  }
}
