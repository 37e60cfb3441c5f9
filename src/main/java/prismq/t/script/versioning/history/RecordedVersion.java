package prismq.t.script.versioning.history;

import org.jspecify.annotations.Nullable;

/**
 * A version with all that is kept of it but its text, as it goes from one database to another.
 *
 * @param sourceKey what it is called where it was first imported from; null if it was not
 */
public record RecordedVersion(Version version, byte @Nullable [] sourceKey) {}
