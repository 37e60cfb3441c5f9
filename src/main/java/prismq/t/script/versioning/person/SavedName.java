package prismq.t.script.versioning.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A name that versions were saved under.
 *
 * @param author its number; the same name with another e-mail address has another one
 * @param email as an import gave it; empty if only a name is known
 * @param shown the name that is shown for it
 * @param person the number of the person that it is tied to; null where it is not tied
 * @param account the number of that person's account; null where they are known to have none
 * @param first when the first of the versions was written
 * @param last when the last of them was written
 */
public record SavedName(
    long author,
    String name,
    String email,
    String shown,
    @Nullable Long person,
    @Nullable Long account,
    int versions,
    int scripts,
    Instant first,
    Instant last) {
  /** Whether somebody said whose it is. */
  public boolean isTied() {
    return person != null;
  }
}
