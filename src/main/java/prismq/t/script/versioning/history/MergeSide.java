package prismq.t.script.versioning.history;

import prismq.t.script.versioning.core.text.ScriptText;

/**
 * One of the two sides of a merge.
 *
 * @param version of the branch
 * @param text of the version
 */
public record MergeSide(Branch branch, Version version, ScriptText text) {}
