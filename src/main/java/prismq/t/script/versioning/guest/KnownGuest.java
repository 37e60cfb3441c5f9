package prismq.t.script.versioning.guest;

import org.jspecify.annotations.Nullable;

/**
 * Who a guest of a share link is, as far as is known.
 *
 * @param name the one that they used last, or that of their account; empty for none
 * @param account the number of the account that an admin said they have; null for none
 */
public record KnownGuest(String name, @Nullable Long account) {
  /** Whether it is known whose account they have. */
  public boolean isMember() {
    return account != null;
  }
}
