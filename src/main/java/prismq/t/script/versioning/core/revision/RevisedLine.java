package prismq.t.script.versioning.core.revision;

import prismq.t.script.versioning.core.fountain.PrintedLine;

/**
 * A line of a page, and when a word of it changed last.
 *
 * @param revision from 0; 0 where nothing changed since the first
 */
public record RevisedLine(PrintedLine line, int revision) {}
