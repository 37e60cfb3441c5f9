/** What is kept in memory so that it need not be read or computed again. */
@NullMarked
package prismq.t.script.versioning.cache;

import org.jspecify.annotations.NullMarked;
