/** Import of the drafts in a folder. */
@NullMarked
package prismq.t.script.versioning.transfer.folder;

import org.jspecify.annotations.NullMarked;
