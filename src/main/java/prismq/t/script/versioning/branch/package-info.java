/** The pages of branches: alternate versions of a script. */
@NullMarked
package prismq.t.script.versioning.branch;

import org.jspecify.annotations.NullMarked;
