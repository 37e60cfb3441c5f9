package prismq.t.script.versioning.core.diff;

/**
 * Paragraphs of both sides that belong together; starts count from 0 and belong to the range, ends
 * do not. More than one on a side where a paragraph was split or several were joined.
 */
record Pair(int fromStart, int fromEnd, int toStart, int toEnd) {}
