package prismq.t.script.versioning.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;

/**
 * A draft in the list of a person's own.
 *
 * @param scriptId null for a script that is not there yet
 * @param title of the script; what was typed where it is not there yet
 * @param branch null for a script that is not there yet
 */
public record DraftRow(
    long id, @Nullable String scriptId, String title, @Nullable String branch, Instant savedAt) {
  /** Whether this person may do that with the script; a script that is not there yet is theirs. */
  public boolean lets(Requester person, Right right) {
    return scriptId == null
        || (Access.may(person, Right.READ)
            && Access.may(person, right, new Thing.GuardedScript(scriptId)));
  }
}
