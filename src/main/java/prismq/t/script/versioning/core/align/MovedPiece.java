package prismq.t.script.versioning.core.align;

/** A stretch that is equal on both sides. */
record MovedPiece(int left, int right, int length) {}
