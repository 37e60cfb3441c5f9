/** Pages that write: a new script, a new version, its preview. */
@NullMarked
package prismq.t.script.versioning.edit;

import org.jspecify.annotations.NullMarked;
