/** Who asks, and what they may do. */
@NullMarked
package prismq.t.script.versioning.access;

import org.jspecify.annotations.NullMarked;
