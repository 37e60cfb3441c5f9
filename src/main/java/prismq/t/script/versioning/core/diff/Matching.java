package prismq.t.script.versioning.core.diff;

import java.util.List;

/**
 * Which paragraphs of both sides belong together.
 *
 * @param pairs those that stayed in their order, in that order
 * @param moves those that changed places, in the order of the left side
 * @param coarse whether the work allowed did not suffice
 */
record Matching(List<Pair> pairs, List<Pair> moves, boolean coarse) {}
