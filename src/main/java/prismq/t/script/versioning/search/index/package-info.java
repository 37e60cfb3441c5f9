/** The index that search works on, and all SQL of it. Knows passages and notes, but no pages. */
@NullMarked
package prismq.t.script.versioning.search.index;

import org.jspecify.annotations.NullMarked;
