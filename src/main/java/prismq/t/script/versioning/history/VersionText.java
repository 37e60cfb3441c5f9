package prismq.t.script.versioning.history;

import prismq.t.script.versioning.core.text.ScriptText;

/** The text of a version as it was read. */
public record VersionText(int versionNumber, ScriptText text) {}
