package prismq.t.script.versioning.history;

/**
 * A saved version in the sequence of all scripts.
 *
 * @param number rises with every version that is saved, of whatever script
 */
public record ChangeEntry(long number, Version version) {}
