package prismq.t.script.versioning.history;

/** A script with its row id. */
record ScriptRow(long id, Script script) {}
