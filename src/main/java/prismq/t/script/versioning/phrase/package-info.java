/**
 * The history of a phrase: the versions in which it was added and removed, and what changed around
 * it.
 */
@NullMarked
package prismq.t.script.versioning.phrase;

import org.jspecify.annotations.NullMarked;
