/** Comparing two versions of a script. */
@NullMarked
package prismq.t.script.versioning.compare;

import org.jspecify.annotations.NullMarked;
