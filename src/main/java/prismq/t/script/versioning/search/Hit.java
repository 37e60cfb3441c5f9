package prismq.t.script.versioning.search;

/**
 * A place in a text where something that was searched for stands.
 *
 * @param start in characters, belongs to it
 * @param end in characters, does not
 */
public record Hit(int start, int end) {}
