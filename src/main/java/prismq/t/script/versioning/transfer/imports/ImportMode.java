package prismq.t.script.versioning.transfer.imports;

/** What becomes of a source that is read. */
public enum ImportMode {
  /** All is read and reported as in an import, but nothing is saved. */
  PREVIEW,
  /** What is new is saved. */
  IMPORT
}
