package prismq.t.script.versioning.core.passage;

/**
 * A place where passages went, came, or both.
 *
 * @param kept number of passages that stayed between the hunk before and this one
 * @param went numbers of the passages that went, in their order
 * @param came numbers of those that came in their place
 */
record PassageHunk(int kept, int[] went, int[] came) {}
