package prismq.t.script.versioning.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft in the list of a person's own.
 *
 * @param scriptId null for a script that is not there yet
 * @param title of the script; what was typed where it is not there yet
 * @param branch null for a script that is not there yet
 */
record DraftRow(
    long id, @Nullable String scriptId, String title, @Nullable String branch, Instant savedAt) {}
