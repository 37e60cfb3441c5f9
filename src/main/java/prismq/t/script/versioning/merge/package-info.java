/** The page that merges branches, and picks single changes. */
@NullMarked
package prismq.t.script.versioning.merge;

import org.jspecify.annotations.NullMarked;
