/** Caches of values that are costly to read or compute. */
@NullMarked
package prismq.t.script.versioning.cache;

import org.jspecify.annotations.NullMarked;
