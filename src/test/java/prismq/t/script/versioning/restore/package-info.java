/** Tests of undoing changes. */
@NullMarked
package prismq.t.script.versioning.restore;

import org.jspecify.annotations.NullMarked;
