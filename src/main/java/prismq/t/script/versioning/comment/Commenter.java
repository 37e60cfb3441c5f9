package prismq.t.script.versioning.comment;

import org.jspecify.annotations.Nullable;

/**
 * Who writes a comment.
 *
 * @param name as it is shown; empty where nobody said it
 * @param account the number of their account; null where they have none
 * @param visit the browser in which they opened a share link; null for others than guests
 */
public record Commenter(String name, @Nullable Long account, @Nullable String visit) {
  /** Somebody who is no guest. */
  public Commenter(String name, @Nullable Long account) {
    this(name, account, null);
  }

  /** Whether they write as the guest of a share link, and nobody said whose account they have. */
  public boolean isGuest() {
    return visit != null && account == null;
  }
}
