/** The page that undoes one change, or all that a version changed. */
@NullMarked
package prismq.t.script.versioning.restore;

import org.jspecify.annotations.NullMarked;
