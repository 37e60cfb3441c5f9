/** Moving histories in and out: import from git and folders, backup. */
@NullMarked
package prismq.t.script.versioning.transfer;

import org.jspecify.annotations.NullMarked;
