package prismq.t.script.versioning.core.passage;

/**
 * A place where passages were removed, added, or both.
 *
 * @param kept number of passages that stayed between the hunk before and this one
 * @param removed numbers of the removed passages, in their order
 * @param added numbers of the passages added in their place
 */
record PassageHunk(int kept, int[] removed, int[] added) {}
