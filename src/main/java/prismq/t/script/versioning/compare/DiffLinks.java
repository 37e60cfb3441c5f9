package prismq.t.script.versioning.compare;

/**
 * The links of a comparison.
 *
 * @param url the comparison's address without options
 * @param restoreUrl the address that undoes a change, without the change's id at its end
 */
public record DiffLinks(String url, String restoreUrl) {}
