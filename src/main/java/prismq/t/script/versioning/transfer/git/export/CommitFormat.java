package prismq.t.script.versioning.transfer.git.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Version;

/**
 * A version as a commit, in the exact form that {@code git fsck --strict} takes, and what a commit
 * has no place for.
 */
final class CommitFormat {
  private static final String NOBODY = "Unknown author";

  private final Version version;
  private final String name;
  private final String email;
  private final long seconds;

  CommitFormat(Version version) {
    this.version = version;
    String wanted = person(version.author().name());
    this.name = wanted.isEmpty() ? NOBODY : wanted;
    this.email = person(version.author().email());
    // Git counts from 1970 on.
    this.seconds = Math.max(0, version.createdAt().getEpochSecond());
  }

  /** Without what ends a name or an e-mail address in a commit. */
  private static String person(String text) {
    return PlainText.line(text.replaceAll("[<>]", ""), Integer.MAX_VALUE);
  }

  byte[] bytes(ObjectId tree, List<ObjectId> parents, OriginalCommit.Form form) {
    String message = version.changeDescription();
    return bytes(
        tree,
        parents,
        name + " <" + email + ">",
        seconds + " " + form.offset(),
        message.isEmpty() || !form.endsWithLine() ? message : message + "\n");
  }

  /** A commit by the same person at the same time. */
  static byte[] bytes(
      ObjectId tree, List<ObjectId> parents, String person, String time, String message) {
    StringBuilder commit = new StringBuilder("tree ").append(tree.name()).append('\n');
    parents.forEach(parent -> commit.append("parent ").append(parent.name()).append('\n'));
    for (String role : List.of("author", "committer")) {
      commit.append(role).append(' ').append(person).append(' ').append(time).append('\n');
    }
    return commit.append('\n').append(message).toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The author; null if the commit says it exactly. */
  @Nullable Author author() {
    Author author = version.author();
    return author.equals(new Author(name, email)) ? null : author;
  }

  /** The time; null if the commit says it exactly. */
  @Nullable Instant createdAt() {
    Instant time = version.createdAt();
    return time.equals(Instant.ofEpochSecond(seconds)) ? null : time;
  }

  /** The change description; null if the commit says it exactly. */
  @Nullable String changeDescription() {
    String description = version.changeDescription();
    return PlainText.message(description).equals(description) ? null : description;
  }
}
