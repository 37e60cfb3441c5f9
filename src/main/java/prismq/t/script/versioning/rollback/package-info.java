/** The page that restores an older version. */
@NullMarked
package prismq.t.script.versioning.rollback;

import org.jspecify.annotations.NullMarked;
