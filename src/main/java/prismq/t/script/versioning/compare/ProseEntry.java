package prismq.t.script.versioning.compare;

import prismq.t.script.versioning.core.diff.Block;

/**
 * One thing that the prose view shows.
 *
 * @param block what it is of; of an unchanged stretch, its first block
 * @param start the first line, on the side that is shown
 * @param end the line after the last one
 * @param size number of bytes that are shown
 */
record ProseEntry(Kind kind, Block block, int start, int end, int size) {
  enum Kind {
    /** Paragraphs that did not change, or of which the change is ignored. */
    UNCHANGED,
    /** Such paragraphs that are not shown until they are asked for. */
    FOLD,
    /** A block, or the first part of a long one. */
    CHANGE,
    /** A further part of a long block. */
    CHANGE_GOES_ON
  }
}
