package prismq.t.script.versioning.history;

/** All the SQL of histories: one store a table. They hold no state. */
record Stores(
    ScriptStore scripts,
    BranchStore branches,
    LabelStore labels,
    VersionStore versions,
    ContentStore contents,
    IdempotencyStore idempotencyKeys) {
  Stores() {
    this(
        new ScriptStore(),
        new BranchStore(),
        new LabelStore(),
        new VersionStore(),
        new ContentStore(),
        new IdempotencyStore());
  }
}
