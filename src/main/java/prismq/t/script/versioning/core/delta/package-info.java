/** How a version is stored as a difference to an earlier one. */
@NullMarked
package prismq.t.script.versioning.core.delta;

import org.jspecify.annotations.NullMarked;
