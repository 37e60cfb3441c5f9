/** The revisions of a screenplay: its labelled versions with their colours, as pages and as PDF. */
@NullMarked
package prismq.t.script.versioning.revision;

import org.jspecify.annotations.NullMarked;
