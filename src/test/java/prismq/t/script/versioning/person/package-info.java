/** Whose names are, on a database of their own. */
@NullMarked
package prismq.t.script.versioning.person;

import org.jspecify.annotations.NullMarked;
