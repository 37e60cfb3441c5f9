package prismq.t.script.versioning.history;

import java.util.List;

/**
 * A script with all that is kept of it but its versions, as it goes from one database to another.
 *
 * @param branches in the order they were made
 * @param labels those of the newest versions first, those of one version by their names
 */
public record RecordedScript(Script script, List<RecordedBranch> branches, List<Label> labels) {}
