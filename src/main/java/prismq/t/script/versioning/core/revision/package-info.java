/** The revisions of a screenplay: locked pages and scene numbers, and which lines changed. */
@NullMarked
package prismq.t.script.versioning.core.revision;

import org.jspecify.annotations.NullMarked;
