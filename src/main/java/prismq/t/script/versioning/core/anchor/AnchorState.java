package prismq.t.script.versioning.core.anchor;

/** What became of the words of an anchor in a version. */
public enum AnchorState {
  /** They stand where they stood. */
  HERE,
  /** Some of them were changed. */
  EDITED,
  /** They stand elsewhere. */
  MOVED,
  /** They are gone, and others stand in their place. */
  REPLACED,
  /** They are gone. */
  GONE,
  /** They were gone in between, and stand there again. */
  BACK
}
