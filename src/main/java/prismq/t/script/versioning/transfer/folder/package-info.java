/** Import of the drafts in a folder or a zip file of one. */
@NullMarked
package prismq.t.script.versioning.transfer.folder;

import org.jspecify.annotations.NullMarked;
