package prismq.t.script.versioning.audit;

/**
 * The token by which somebody does something.
 *
 * @param name what its owner calls it
 */
public record ActingToken(long id, String name) {}
