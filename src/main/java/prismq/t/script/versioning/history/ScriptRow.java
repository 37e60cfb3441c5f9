package prismq.t.script.versioning.history;

/** A script with the number that rows of other tables call it by. */
record ScriptRow(long id, Script script) {}
