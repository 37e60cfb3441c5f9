/** The page that brings an older version back. */
@NullMarked
package prismq.t.script.versioning.rollback;

import org.jspecify.annotations.NullMarked;
