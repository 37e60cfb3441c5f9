package prismq.t.script.versioning.core.merge;

import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.Pieces;

/** One of the two sides of a merge. */
enum Which {
  OURS,
  THEIRS;

  Which other() {
    return this == OURS ? THEIRS : OURS;
  }

  /** The text of this side. */
  Pieces of(Triple texts) {
    return this == OURS ? texts.ours() : texts.theirs();
  }

  /** Where a chunk is on this side. */
  ByteRange of(Chunk chunk) {
    return this == OURS ? chunk.ours() : chunk.theirs();
  }

  /** Whether this side changed a chunk, and the other one did not. */
  boolean isAlone(Triple texts, Chunk chunk) {
    String base = texts.base(chunk);
    String mine = of(chunk).in(of(texts).text());
    String others = other().of(chunk).in(other().of(texts).text());
    return others.equals(base) && !mine.equals(base);
  }
}
