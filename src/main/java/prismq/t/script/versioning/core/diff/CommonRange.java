package prismq.t.script.versioning.core.diff;

/**
 * A stretch that a text has of another one, byte for byte.
 *
 * @param fromStart where it starts in the left exact text
 * @param toStart where it starts in the right one
 * @param length in bytes
 */
public record CommonRange(int fromStart, int toStart, int length) {}
